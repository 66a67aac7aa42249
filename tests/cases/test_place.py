"""Loading a place: what is right comes back whole, what is wrong is told line by line."""

import shutil
from pathlib import Path

import pytest

import cases
from cases import CaseError, evidence, load, names

ROOM = Path(cases.__file__).parent

BAD_TABLES = [
    # file, what stands there, what is written instead, what is said
    (
        "harbour/parameters.csv",
        "13,10,20",
        "25,10,20",
        "cases/harbour/parameters.csv, line 2: volunteers is 25, above its high of 20 (persons).",
    ),
    ("harbour/parameters.csv", "13,10,20", "5,10,20", "volunteers is 5, below its low of 10 (persons)"),
    ("harbour/parameters.csv", "13,10,20", "13,-1,20", "volunteers, low, is -1, below its lowest of 0"),
    ("harbour/parameters.csv", "13,10,20", "?,10,20", "line 2: value still says ?; fill it in."),
    ("harbour/parameters.csv", "13,10,20", "many,10,20", "value is 'many', not a number; write plain"),
    ("harbour/parameters.csv", "13,10,20", "nan,10,20", "value is 'nan', not a number"),
    ("harbour/parameters.csv", "13,10,20", "1_3,10,20", "value is '1_3', not a number"),
    ("harbour/parameters.csv", "13,10,20", "１３,10,20", "value is '１３', not a number"),
    ("harbour/parameters.csv", "13,10,20", ",10,20", "value is empty"),
    ("harbour/parameters.csv", "13,10,20", "1,300,10,20", "found 11 cells, the header has 10"),
    ("harbour/parameters.csv", "person", "persons", "unit of volunteers is 'persons'; allowed is 'person'"),
    ("harbour/parameters.csv", "source,fu-2023", "source,", "source is empty"),
    ("harbour/parameters.csv", "source,fu-2023", "source,fu-2032", "there is no source called 'fu-2032'; did you"),
    ("harbour/parameters.csv", "source,fu-2023", "source,fu-2023:no9", "fact no9 is not in data/facts.csv"),
    ("harbour/parameters.csv", "source,fu-2023", "guess,fu-2023", "badge is 'guess'; allowed is one of source,"),
    ("harbour/parameters.csv", "source,fu-2023", "judged,fu-2023", "reason_en is empty"),
    ("harbour/parameters.csv", "fu-2023,,", "fu-2023,Because.,", "reason_zh_CN is empty"),
    ("harbour/parameters.csv", "volunteers,", "volunters,", "no start of the model called 'volunters'; did you mean 'volunteers'"),
    ("harbour/parameters.csv", ",start,", ",begin,", "there is no begin of the model"),
    ("harbour/parameters.csv", "volunteers,start,13,10,20,person,source,fu-2023,,\n", "", "harbour/parameters.csv: start volunteers is missing; each place gives its own."),
    ("harbour/parameters.csv", "fu-2023,,\n", "fu-2023,,\nvolunteers,start,13,10,20,person,source,fu-2023,,\n", "line 3: volunteers stands here a second time"),
    ("harbour/parameters.csv", "badge,", "bage,", "line 1: column badge is missing; allowed is name,kind"),
    ("harbour/parameters.csv", "badge,", "bage,", "line 1: column bage is not known"),
    ("harbour/levers.csv", "0,200,20", "0,2001,20", "training, high, is 2001, above its highest of 2000 (hours per month)"),
    ("harbour/levers.csv", "0,200,20", "0,200,900", "training is 900, above its high of 200 (hours per month)"),
    ("harbour/levers.csv", "0,200,20", "0,200,22", "training is 22; allowed are whole steps of 5 from its low of 0"),
    ("harbour/levers.csv", "0,200,20", "0,200,25", "training has no named level for its own value of 25"),
    ("harbour/levers.csv", "as it was=20,", "as it was=250,", "levels_en and levels_zh_CN give different numbers"),
    ("harbour/levers.csv", "没有=0; 实际水平=20", "没有=0; 实际水平=", "levels_zh_CN is '', not a number"),
    ("harbour/levers.csv", "没有=0; 实际水平=20", "没有=0; 没有=20", "with a name empty or twice"),
    ("harbour/levers.csv", "none=0; as it was=20", "as it was=20; none=0", "two or more names whose numbers rise"),
    ("harbour/levers.csv", "小时。,yes", "小时。,maybe", "shown is 'maybe'; allowed is one of yes, no"),
    ("harbour/levers.csv", "Lessons,上课", "Lessons,", "name_zh_CN is empty"),
    ("harbour/levers.csv", "delegation,Free", "training,Free", "training stands here a second time"),
    ("harbour/levers.csv", "delegation,Free", "training,Free", "harbour/levers.csv: delegation missing; allowed is one row"),
    ("harbour/levers.csv", "delegation,Free", "delegatoin,Free", "there is no lever called 'delegatoin'; did you mean 'delegation'?"),
    ("harbour/history.csv", "24,training,40", "24,training,400", "line 2: training is 400, above its high of 200 (hours per month)"),
    ("harbour/history.csv", "24,training,40", "2.5,training,40", "month is '2.5', not a whole number of 0 or more"),
    ("harbour/history.csv", "24,training,40", "-1,training,40", "month is '-1', not a whole number of 0 or more"),
    ("harbour/history.csv", "24,training,40", "121,training,40", "month is 121, after the last month of the place, 120"),
    ("harbour/history.csv", "24,training,40", "12,training,40", "training is set a second time for month 12"),
    ("harbour/history.csv", "24,training,40", "24,teaching,40", "there is no lever called 'teaching'"),
    ("harbour/shocks.csv", "epidemic,60,9,1", "epidemics,60,9,1", "there is no shock called 'epidemics'; did you mean 'epidemic'?"),
    ("harbour/shocks.csv", "epidemic,60,9,1", "epidemic,60,9,11", "epidemic, size, is 11, above its highest of 10."),
    ("harbour/shocks.csv", "epidemic,60,9,1", "epidemic,60,0,1", "length of epidemic is 0; allowed is 1 month or more"),
    ("harbour/shocks.csv", "epidemic,60,9,1", "epidemic,121,9,1", "month is 121, after the last month of the place, 120"),
    ("harbour/actors.csv", "team,Team", "Team 1,Team", "actor is 'Team 1'; allowed are small letters"),
    ("harbour/actors.csv", "team,Team", "office,Team", "office stands here a second time"),
    ("harbour/actors.csv", "服务。,volunteers", "服务。,voluntears", "line 3: there is no quantity called 'voluntears'; did you mean 'volunteers'?"),
    ("harbour/actors.csv", "society,group", "sociey,group", "side is 'sociey'; allowed is one of administration, society"),
    ("harbour/actors.csv", "society,group", "society,herd", "kind is 'herd'; allowed is one of people, group"),
    ("harbour/actors.csv", "fu-2023,志愿", "fu-2023,一二三四五六七八九十一二三四五六", "anchor has 16 characters; allowed are 15 at most"),
    ("harbour/ties.csv", "office,team", "ofice,team", "there is no actor called 'ofice'; did you mean 'office'?"),
    ("harbour/ties.csv", "office,team", "team,team", "team has a tie to itself"),
    ("harbour/ties.csv", "authority", "power", "kind is 'power'; allowed is one of people, money"),
    ("harbour/ties.csv", "services,services", "services,srvices", "line 3: there is no quantity called 'srvices'; did you mean 'services'?"),
    ("harbour/ties.csv", "services,services", "services,", "line 3: quantity is empty"),
    ("harbour/ties.csv", "team,neighbours,help", "office,team,room", "line 3: the tie from office to team with this flow stands here a second time"),
    ("harbour/ties.csv", ",yes,", ",maybe,", "stated is 'maybe'; allowed is one of yes, inferred"),
    ("harbour/ties.csv", ",inferred,", ",yes,", "line 3: source is empty"),
    ("harbour/timeline.csv", "2001-02,", "2001-13,", "date is '2001-13', not a date such as 1988, 2015-02 or 2019-01-17"),
    ("harbour/timeline.csv", "2001-02,2001-03-04", "2001-02,2001-01", "end 2001-01 is before date 2001-02"),
    ("harbour/timeline.csv", "honour,,", "honour,no9,", "fact no9 is not in data/facts.csv; allowed is the id of a fact of fu-2023"),
    ("harbour/timeline.csv", "First.,起初。", ",起初。", "line 3: en is empty"),
    ("harbour/place.csv", "months,120,120", "months,120,12", "months differs between en and zh_CN"),
    ("harbour/place.csv", "months,120,120", "months,0,0", "en is 0; allowed is a whole number from 1 to 1000"),
    ("harbour/place.csv", "months,120,120", "months,1001,1001", "en is 1001; allowed is a whole number from 1 to 1000"),
    ("harbour/place.csv", "begins,2000-03,2000-03", "begins,2000,2000", "en is '2000', not a month such as 1988-01"),
    ("harbour/place.csv", "title,", "titel,", "key is 'titel'; allowed is one of name, title"),
    ("harbour/place.csv", "title,", "titel,", "harbour/place.csv: title missing; allowed is one row for each"),
    ("harbour/place.csv", "title,", "name,", "name stands here a second time"),
    ("harbour/place.csv", '现在怎么办？', '"现在', "the line cannot be read: unexpected end of data"),
    ("harbour/payers.csv", "running,office", "rent,office", "spending is 'rent'; allowed is one of service_contracts"),
    ("harbour/payers.csv", "recognition,team", "recognition,teem", "there is no actor called 'teem'; did you mean 'team'?"),
    ("harbour/payers.csv", "recognition,team", "recognition,office", "line 3: office pays for recognition a second time"),
    ("harbour/payers.csv", "team,0.3", "team,0", "line 3: share is 0; allowed is above 0 and at most 1"),
    ("harbour/payers.csv", "office,1,", "office,1.2,", "line 4: share is 1.2; allowed is above 0 and at most 1"),
    ("harbour/payers.csv", "team,0.3", "team,0.5", "line 3: the shares of recognition add up to more than 1"),
    ("harbour/payers.csv", "team,0.3,judged", "team,0.3,source", "line 3: source is empty"),
    ("_common/parameters.csv", "0.2,0.1,0.3", "0.4,0.1,0.3", "cases/_common/parameters.csv, line 2: joining is 0.4, above its high of 0.3 (per month)"),
    ("_common/parameters.csv", "wage,", "joining,", "line 3: joining stands here a second time"),
    ("_common/levers.csv", "0,2000,5", "0,2000,0", "lowest, highest and step do not fit"),
    ("_common/levers.csv", "5,people", "5,persons", "group is 'persons'; allowed is one of money, people"),
    ("_common/shocks.csv", "0,10,9,1", "0,10,0,1", "length is 0; allowed is 1 month or more"),
    ("_common/quantities.csv", "directive_push,stock", "directive_push,flow", "line 3: kind is 'flow'; allowed is one of stock, auxiliary"),
    ("_common/quantities.csv", "interaction,1,0,1,yes", "interaction,1,1,1,yes", "line 3: lowest and highest do not fit"),
    ("_common/quantities.csv", "administrative_support,", "directive_push,", "line 4: directive_push stands here a second time"),
]  # fmt: skip


@pytest.mark.parametrize("file, right, wrong, message", BAD_TABLES, ids=lambda text: text[:24])
def test_a_wrong_cell_is_refused_with_file_and_line_and_what_is_allowed(
    world, file, right, wrong, message
):
    text = (world / file).read_text(encoding="utf-8")
    assert right in text
    (world / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(CaseError) as error:
        load("harbour", folder=world)
    told = [fault for fault in error.value.faults if fault.startswith(f"cases/{file}")]
    assert message in " ".join(told)
    assert all(fault.startswith("cases/") and fault.endswith(".") for fault in error.value.faults)


def test_all_faults_of_a_folder_are_told_at_once(world):
    for file, right, wrong in (
        ("harbour/parameters.csv", "13,10,20", "25,10,20"),
        ("harbour/history.csv", "24,training,40", "24,training,-1"),
        ("harbour/ties.csv", "office,team", "ofice,taem"),
    ):
        text = (world / file).read_text(encoding="utf-8")
        (world / file).write_text(text.replace(right, wrong), encoding="utf-8")
    (world / "harbour/timeline.csv").unlink()
    with pytest.raises(CaseError) as error:
        load("harbour", folder=world)
    assert len(error.value.faults) == 5
    assert "timeline.csv: the file is missing; copy it from cases/_template." in str(error.value)


CROWDED = [
    # file, what stands there, what is written instead, what is said of that one line
    ("harbour/parameters.csv", "13,10,20,person,source,fu-2023", "900,60,50,persons,guessed,fu-2032", [
        "badge is 'guessed'", "no source called 'fu-2032'", "unit of volunteers is 'persons'",
        "volunteers is 900, above its high of 50", "volunteers, low, is 60, above its high of 50",
    ]),
    ("harbour/parameters.csv", "13,10,20,person", "many,-1,20,persons", [
        "value is 'many'", "unit of volunteers is 'persons'", "volunteers, low, is -1, below its lowest of 0",
    ]),
    ("harbour/levers.csv", "yes,0,200,20,none=0; as it was=20", "maybe,9000,8000,20,none=0; as it was=2O", [
        "shown is 'maybe'", "levels_en is '2O', not a number", "training, low, is 9000, above its highest of 2000",
        "training, high, is 8000, above its highest of 2000", "training, low, is 9000, above its high of 8000",
        "training is 20, below its low of 9000",
    ]),
    ("harbour/history.csv", "24,training,40,judged", "240,training,400,rumour", [
        "badge is 'rumour'", "month is 240, after the last month of the place, 120", "training is 400, above its high of 200",
    ]),
    ("harbour/history.csv", "24,training,40,judged", "x,trainnig,-5,rumour", [
        "month is 'x'", "badge is 'rumour'", "there is no lever called 'trainnig'",
    ]),
    ("harbour/history.csv", "24,training,40", "x,training,-5", ["month is 'x'", "training is -5, below its low of 0"]),
    ("harbour/shocks.csv", "epidemic,60,9,1", "epidemik,130,0,many", [
        "size is 'many'", "there is no shock called 'epidemik'", "length of epidemik is 0",
        "month is 130, after the last month of the place, 120",
    ]),
    ("harbour/shocks.csv", "epidemic,60,9,1", "epidemic,38.5,0,99", [
        "month is '38.5'", "epidemic, size, is 99, above its highest of 10", "length of epidemic is 0",
    ]),
    ("harbour/payers.csv", "recognition,team,0.3", "rent,teem,3", [
        "spending is 'rent'", "there is no actor called 'teem'", "share is 3; allowed is above 0 and at most 1",
    ]),
    ("_common/parameters.csv", "joining,parameter,0.2,0.1,0.3", "joining,number,2,0.1,much", [
        "kind is 'number'", "high is 'much', not a number",
    ]),
    ("_common/levers.csv", "training,hour/month,0,2000,5,people", "training,,0,2000,0,persons", [
        "unit is empty", "group is 'persons'", "lowest, highest and step do not fit",
    ]),
    ("_common/shocks.csv", "epidemic,1,0,10,9,1", "epidemic,,0,10,0,11", [
        "unit is empty", "epidemic, size, is 11, above its highest of 10", "length is 0",
    ]),
]  # fmt: skip


@pytest.mark.parametrize("file, right, wrong, messages", CROWDED, ids=lambda text: text[:24] if isinstance(text, str) else None)
def test_every_fault_of_one_line_is_told_at_once(world, file, right, wrong, messages):
    text = (world / file).read_text(encoding="utf-8")
    assert right in text
    (world / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(CaseError) as error:
        load("harbour", folder=world)
    line = f"cases/{file}, line {text[:text.index(right)].count(chr(10)) + 1}: "
    told = [fault.removeprefix(line) for fault in error.value.faults if fault.startswith(line)]
    assert len(told) == len(messages), told
    assert all(any(fault.startswith(message) or message in fault for fault in told) for message in messages), told


def test_ties_to_nobody_are_told_where_there_are_no_actors_but_not_where_their_table_cannot_be_read(world):
    path = world / "harbour/actors.csv"
    header, *_ = path.read_text(encoding="utf-8").splitlines()
    for text, wanted in ((f"{header}\n", 4), (header.replace("side", "sight"), 0)):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(CaseError) as error:
            load("harbour", folder=world)
        assert sum(fault.startswith("cases/harbour/ties.csv") for fault in error.value.faults) == wanted


@pytest.mark.parametrize(("facts", "message"), [
    ("id,source\nfu001,fu-2023,中文\n".encode("gbk"), "data/facts.csv, line 2: found text that is not UTF-8; save as CSV UTF-8."),
    (b"id;source\nfu001;fu-2023\n", "data/facts.csv, line 1: column id, source is missing; found id;source."),
    (b"", "data/facts.csv: the file is empty"),
    (b'id,source\nfu001,"fu-2023\n', "data/facts.csv, line 2: the line cannot be read"),
])
def test_a_table_of_facts_that_cannot_be_read_is_told_by_its_name(world, tmp_path, monkeypatch, facts, message):
    (tmp_path / "facts.csv").write_bytes(facts)
    monkeypatch.setattr(evidence, "DATA", tmp_path)
    path = world / "harbour/timeline.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("honour,,", "honour,fu001,"), encoding="utf-8")
    with pytest.raises(CaseError) as error:
        load("harbour", folder=world)
    assert message in str(error.value)


def test_a_place_that_does_not_know_who_pays_leaves_the_table_out(world):
    (world / "harbour/payers.csv").unlink()
    assert load("harbour", folder=world).payers.empty


def test_a_right_folder_comes_back_whole(harbour):
    assert (harbour.key, harbour.begins, harbour.months) == ("harbour", "2000-03", 120)
    assert harbour.name == {"en": "Harbour", "zh_CN": "港湾"}
    assert harbour.parameters == {"joining": 0.2, "wage": 60.0}
    assert harbour.start == {"volunteers": 13.0}
    assert harbour.shocks == (("epidemic", 60, 9, 1.0),)
    assert harbour.incidents[["name_zh_CN", "month", "size"]].iloc[0].tolist() == ["流感", 60, 1.0]
    assert harbour.history[["month", "lever", "value"]].iloc[0].tolist() == [24, "training", 40.0]
    assert list(harbour.timeline["date"]) == ["2001-02", "2005"]
    assert harbour.payers[["payer", "share"]].iloc[1].tolist() == ["team", 0.3]
    assert [lever.lever for lever in harbour.levers] == ["training", "delegation", "recognition"]


def test_the_reference_plan_names_every_lever_and_begins_every_schedule_at_month_0(harbour):
    schedule = {0: 20.0, 12: 30.0, 24: 40.0}
    assert harbour.plan == {"training": schedule, "delegation": 0.5, "recognition": 0.0}
    assert list(harbour.plan["training"]) == [0, 12, 24]


def test_a_row_of_the_place_takes_the_place_of_the_common_one(world):
    path = world / "harbour/parameters.csv"
    row = "wage,parameter,70,50,80,yuan/hour,judged,,Dear place.,物价高。\n"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    values = load("harbour", folder=world).values.set_index("name")
    assert values.loc["wage", "value"] == 70
    assert values.loc["wage", "reason_zh_CN"] == "物价高。"
    assert values.loc["joining", "value"] == 0.2


def test_an_unknown_place_is_refused_with_the_nearest_name(world):
    with pytest.raises(CaseError, match="no place called 'harbor'; did you mean 'harbour'"):
        load("harbor", folder=world)
    for name in ("_common", "../harbour", "", ".", "harbour/"):
        with pytest.raises(CaseError, match="there is no place called"):
            load(name, folder=world)


def test_adding_a_place_is_adding_a_folder_and_editing_no_line(world, monkeypatch):
    shutil.copytree(world / "harbour", world / "quay")
    assert names(folder=world) == ["harbour", "quay"]
    assert load("quay", folder=world).key == "quay"
    monkeypatch.setenv("GOVERNING_CASES", str(world))
    assert names() == ["harbour", "quay"]
    assert load("quay") == load("quay", folder=world)


def test_a_folder_of_places_without_common_tables_uses_those_of_the_room(tmp_path):
    own = tmp_path / "mine"
    shutil.copytree(ROOM / names()[0], own / "elsewhere")
    assert load("elsewhere", folder=own).parameters == load(names()[0]).parameters


def test_an_edited_table_is_read_again(world):
    before = load("harbour", folder=world)
    for file in ("_common/parameters.csv", "harbour/parameters.csv"):
        path = world / file
        text = (
            path.read_text(encoding="utf-8")
            .replace("0.2,0.1", "0.25,0.1")
            .replace("13,10", "14,10")
        )
        path.write_text(text, encoding="utf-8")
    after = load("harbour", folder=world)
    assert (before.parameters["joining"], after.parameters["joining"]) == (0.2, 0.25)
    assert after.start["volunteers"] == 14
