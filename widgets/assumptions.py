"""The assumptions that matter most for each outcome of a place: bars, longest first, each with its sentence."""

from model.analyses.dimensions import quantities
from widgets.page import element, escape
from widgets.words import Speaker, number

MOST = 20
WIDTH, ROW, TOP, BAR, AFTER = 420, 38, 4, 11, 116
"""Pixels: a row has a name above its bar, and room for a number after the longest."""
NAMED = 3


def assumption_figures(case, found, month, language):
    """Return, for each outcome, its name with the first assumptions, and behind it the bars.

    Parameters
    ----------
    case : cases.Case
    found : pandas.DataFrame
        As ``model.sensitivity`` returns it, by Morris's method.
    month : int
        In which month the outcomes were read.
    language : str

    Returns
    -------
    str
        Markup: the name of the place as a heading, and a fold for each outcome.
    """
    say = Speaker(language)
    folds = [_fold(case, outcome, rows.head(MOST), month, say) for outcome, rows in found.groupby("outcome", sort=False)]
    return element("div", element("h3", escape(case.name[language])), *folds, class_="gt-widget gt-assumptions")


def _fold(case, outcome, rows, month, say):
    unit = quantities().set_index("name").unit[outcome]
    names = [say(f"parameter.{name}") for name in rows["parameter"]]
    first = say("list.comma").join(names[:NAMED])
    sentence = say(
        "assumptions.sentence", place=case.name[say.language], outcome=say(f"quantity.{outcome}"),
        month=say.month(case.begins, month), first=names[0], amount=say.measure(rows["mu_star"].iloc[0], unit),
        count=len(rows), judged=int((rows["badge"] == "judged").sum()))
    bars = [_bar(at, name, row, rows["mu_star"].iloc[0], unit, say) for at, (name, row) in enumerate(zip(names, rows.itertuples()))]
    drawing = element("svg", *bars, viewBox=f"0 0 {WIDTH} {TOP + ROW * len(rows)}", role="img", aria_label=sentence, class_="gt-still-svg")
    figure = element("figure", element("figcaption", escape(sentence), class_="gt-sentence"), drawing, class_="gt-still-figure")
    summary = element("summary", element("strong", escape(say(f"quantity.{outcome}"))), escape(say("colon") + first))
    return element("details", summary, figure)


def _bar(at, name, row, longest, unit, say):
    y, length = TOP + at * ROW, (WIDTH - AFTER) * row.mu_star / longest if longest else 0
    judged = row.badge == "judged"
    text = number(row.mu_star, unit) + ("" if judged else f" · {say(f'badge.{row.badge}')}")
    bar = element("rect", x=1, y=y + 18, width=f"{length:.0f}", height=BAR, class_="gt-still-bar" if judged else "gt-still-bar gt-still-known")
    return element("text", escape(name), x=0, y=y + 12) + bar + element("text", escape(text), x=f"{length + 8:.0f}", y=y + 28, class_="gt-still-number")
