"""The networks of several places side by side: a ring each, those of one side together."""

from math import cos, pi, sin

from widgets.page import element, escape
from widgets.words import Speaker, language_of_book

SIDES = ("administration", "both", "market", "society")
SIZE, RADIUS, DOT, MOST = 220, 92, 5, 6


def rings(cases, language=None):
    """Return markup: one ring a place, a dot an actor, a line a tie, and what the colours mean.

    Parameters
    ----------
    cases : iterable of cases.Case
    language : str, optional
        en or zh_CN; the language of the book where it is left out.
    """
    say = Speaker(language or language_of_book())
    panels = [_ring(case, say) for case in cases]
    key = [_key(side, say(f"side.{side}")) for side in SIDES]
    legend = element("p", *key, class_="gt-legend")
    return element("div", element("div", *panels, class_="gt-rings"), legend, class_="gt-widget")


def _ring(case, say):
    actors = sorted(case.actors.to_dict("records"), key=lambda one: SIDES.index(one["side"]))
    angles = {one["actor"]: 2 * pi * at / len(actors) - pi / 2 for at, one in enumerate(actors)}
    at = {key: (SIZE / 2 + RADIUS * cos(angle), SIZE / 2 + RADIUS * sin(angle)) for key, angle in angles.items()}
    ends = [(tie["from"], tie["to"]) for tie in case.ties.to_dict("records")]
    degree = {key: sum(key in pair for pair in ends) for key in at}
    lines = [_line(at[start], at[end]) for start, end in ends]
    dots = [_dot(at[one["actor"]], one, degree[one["actor"]] / max(degree.values()), say.language) for one in actors]
    name = case.name[say.language]
    label = say("network.picture", place=name, actors=len(actors), ties=len(ends))
    drawing = element("svg", *lines, *dots, viewBox=f"0 0 {SIZE} {SIZE}", role="img", aria_label=label)
    return element("figure", drawing, element("figcaption", escape(name)))


def _line(start, end):
    """A tie bends towards the middle, so that neighbours on the ring are seen to be tied."""
    middle = [SIZE / 2 + 0.35 * ((one + other) / 2 - SIZE / 2) for one, other in zip(start, end, strict=True)]
    return element("path", d="M{:.0f} {:.0f}Q{:.0f} {:.0f} {:.0f} {:.0f}".format(*start, *middle, *end), class_="gt-ring-tie")


def _dot(place, actor, part, language):
    x, y = place
    circle = element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{DOT + MOST * part:.1f}")
    return element("g", circle, element("title", escape(actor[f"name_{language}"])), class_="gt-node", data_tone=actor["side"])


def _key(side, name):
    dot = element("circle", cx=7, cy=7, r=6)
    mark = element("svg", element("g", dot, class_="gt-node", data_tone=side), viewBox="0 0 14 14", aria_hidden="true")
    return element("span", mark, escape(name), class_="gt-key gt-ring-key")
