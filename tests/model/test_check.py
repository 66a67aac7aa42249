"""The command for designers counts the differences and shows each of them."""

from model.check import main
from model.map import CAUSAL_MAP


def test_the_shipped_equations_and_map_leave_nothing_to_say(capsys):
    assert main([]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("units: every equation agrees\nedges: ") and "agrees" in shown
    assert not {"missing", "extra", "wrong"} & set(shown.split())


def test_each_difference_is_counted_and_shown(tmp_path, capsys):
    header, first, *rest = CAUSAL_MAP.read_text(encoding="utf-8").splitlines()
    assert first.startswith("absorption,social_organisations,-")
    turned = first.replace(",-,", ",+,", 1)
    (tmp_path / "map.csv").write_text("\n".join([header, turned, *rest[1:]]), encoding="utf-8")
    assert main([str(tmp_path / "map.csv")]) == 2
    shown = capsys.readouterr().out
    assert "wrong sign" in shown and "extra" in shown and "absorption > closing > social_organisations" in shown
