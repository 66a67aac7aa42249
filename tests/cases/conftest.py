"""A small world of its own: three parameters, three levers, one place called harbour."""

from pathlib import Path

import pytest

TABLES = {
    "_common/parameters.csv": """\
name,kind,value,low,high,lowest,highest,unit,badge,source,reason_en,reason_zh_CN
joining,parameter,0.2,0.1,0.3,0,1,1/month,judged,,A guess.,估计。
wage,parameter,60,40,90,0,500,yuan/hour,derived,,60 is 9600 over 160.,9600除以160。
volunteers,start,,,,0,1000000,person,place,,Each place counts.,各地自己数。
""",
    "_common/levers.csv": """\
lever,unit,lowest,highest,step,group
training,hour/month,0,2000,5,people
delegation,1,0,1,0.05,rules
recognition,yuan/month,0,100000,100,people
""",
    "_common/shocks.csv": """\
shock,unit,lowest,highest,length,size
epidemic,1,0,10,9,1
honour,1,0,10,2,1
""",
    "_common/quantities.csv": """\
name,kind,dimension,unit,lowest,highest,named
volunteers,stock,resource,person,0,,yes
directive_push,stock,interaction,1,0,1,yes
administrative_support,stock,resource,1,0,1,yes
services,auxiliary,outcome,hour/month,0,,yes
""",
    "harbour/place.csv": """\
key,en,zh_CN
name,Harbour,港湾
title,Harbour: the quay,港湾：码头
question,What now?,现在怎么办？
summary,A quay.,一个码头。
source,fu-2023,fu-2023
begins,2000-03,2000-03
months,120,120
""",
    "harbour/parameters.csv": """\
name,kind,value,low,high,unit,badge,source,reason_en,reason_zh_CN
volunteers,start,13,10,20,person,source,fu-2023,,
""",
    "harbour/levers.csv": """\
lever,name_en,name_zh_CN,hint_en,hint_zh_CN,shown,low,high,value,levels_en,levels_zh_CN,badge,source,reason_en,reason_zh_CN
training,Lessons,上课,Hours.,小时。,yes,0,200,20,none=0; as it was=20,没有=0; 实际水平=20,judged,,A guess.,估计。
delegation,Freedom,放手,Degree.,程度。,no,0,1,0.5,none=0; as it was=0.5,没有=0; 实际水平=0.5,judged,,A guess.,估计。
recognition,Praise,表扬,Money.,钱。,yes,0,5000,0,none=0; some=1000,没有=0; 一些=1000,judged,,A guess.,估计。
""",
    "harbour/history.csv": """\
month,lever,value,badge,source,reason_en,reason_zh_CN
24,training,40,judged,,A guess.,估计。
12,training,30,judged,,A guess.,估计。
""",
    "harbour/shocks.csv": """\
shock,month,length,size,name_en,name_zh_CN,badge,source,reason_en,reason_zh_CN
epidemic,60,9,1,Flu,流感,judged,,A guess.,估计。
""",
    "harbour/actors.csv": """\
actor,name_en,name_zh_CN,side,kind,meaning_en,meaning_zh_CN,quantity,source,anchor
office,Office,办公室,administration,office,Rules.,管理。,directive_push,fu-2023,街道
team,Team,队伍,society,group,Serves.,服务。,volunteers,fu-2023,志愿
neighbours,Neighbours,邻居,society,people,Live here.,住在这里。,,fu-2023,居民
""",
    "harbour/ties.csv": """\
from,to,flow_en,flow_zh_CN,kind,quantity,stated,meaning_en,meaning_zh_CN,source,anchor
office,team,room,空间,authority,administrative_support,yes,Gives room.,给空间。,fu-2023,空间
team,neighbours,help,帮助,services,services,inferred,Helps.,帮忙。,,
""",
    "harbour/timeline.csv": """\
date,end,en,zh_CN,kind,fact,source,anchor
2005,,Later.,后来。,honour,,fu-2023,2005
2001-02,2001-03-04,First.,起初。,founding,,fu-2023,2001
""",
    "harbour/payers.csv": """\
spending,payer,share,badge,source,reason_en,reason_zh_CN
recognition,office,0.6,source,fu-2023,,
recognition,team,0.3,judged,,A guess.,估计。
running,office,1,source,fu-2023,,
""",
}


@pytest.fixture
def world(tmp_path) -> Path:
    """The folder of the small world, `cases` in a temporary directory."""
    for name, text in TABLES.items():
        path = tmp_path / "cases" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "cases"


@pytest.fixture
def harbour(world):
    """The one place of the small world, loaded."""
    from cases import load

    return load("harbour", folder=world)
