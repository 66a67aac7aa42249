"""The shape of every table: its columns, and the words that a cell may choose from."""

COMMON = {
    "parameters": "name,kind,value,low,high,lowest,highest,unit,"
    "badge,source,reason_en,reason_zh_CN",
    "levers": "lever,unit,lowest,highest,step,group",
    "shocks": "shock,unit,lowest,highest,length,size",
    "quantities": "name,kind,dimension,unit,lowest,highest,named",
}
PLACE = {
    "place": "key,en,zh_CN",
    "parameters": "name,kind,value,low,high,unit,badge,source,reason_en,reason_zh_CN",
    "levers": "lever,name_en,name_zh_CN,hint_en,hint_zh_CN,shown,low,high,value,"
    "levels_en,levels_zh_CN,badge,source,reason_en,reason_zh_CN",
    "history": "month,lever,value,badge,source,reason_en,reason_zh_CN",
    "shocks": "shock,month,length,size,name_en,name_zh_CN,badge,source,reason_en,reason_zh_CN",
    "actors": "actor,name_en,name_zh_CN,side,kind,meaning_en,meaning_zh_CN,quantity,source,anchor",
    "ties": "from,to,flow_en,flow_zh_CN,kind,quantity,stated,"
    "meaning_en,meaning_zh_CN,source,anchor",
    "timeline": "date,end,en,zh_CN,kind,fact,source,anchor",
    "payers": "spending,payer,share,badge,source,reason_en,reason_zh_CN",
}
OPTIONAL = ("payers",)
COMMON = {table: tuple(columns.split(",")) for table, columns in COMMON.items()}
PLACE = {table: tuple(columns.split(",")) for table, columns in PLACE.items()}

BADGES = ("source", "derived", "judged")
BY_PLACE = "place"
NUMBER_KINDS = ("parameter", "start")
QUANTITY_KINDS = ("stock", "auxiliary")
RUNNING = "running"
SPENDING = ("service_contracts", "self_help_grants", "incubation", "training", "platform_investment",
            "recognition", RUNNING)
PARTS = {
    "volunteers": ("working_residents", "retired_residents", "frail_residents"),
    "deployed_serving": ("volunteers",),
}
"""Start values that are part of others: volunteers are residents, members on duty are volunteers."""
LEVER_GROUPS = ("money", "people", "rules", "tasks")
SIDES = ("administration", "society", "market", "both")
ACTOR_KINDS = ("people", "group", "body", "office", "post", "unit", "firm", "fund", "platform")
TIE_KINDS = ("people", "money", "goods", "information", "authority", "legitimacy", "services")
EVENT_KINDS = ("idea", "founding", "resources", "honour", "crisis", "rule", "people", "research")
WORDS = ("name", "title", "question", "summary")
FACTS = ("source", "begins", "months")
LONGEST_HISTORY = 1000
"""The most months of a place's own history: a run may be longer (a century), to look ahead of it."""
