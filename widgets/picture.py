"""The pictures that stand where scripts do not run: plain SVG, drawn when the book is built."""

from widgets.page import element, escape

WIDTH, HEIGHT, GAP = 320, 120, 16
LEFT, RIGHT, TOP, BOTTOM = 28, 8, 24, 20
BAR, BAR_NAME, BAR_MOST = 24, 110, 330
DRAWN = 160
"""A line is drawn through at most this many months."""


def small_multiples(pictures, begins, sentence):
    """Return a figure of small line charts, two by two, with its sentence.

    Parameters
    ----------
    pictures : list of (name, tone, lines)
        Each with lines as a list of (class, values on 0–1); one value a month.
    begins : str
        Calendar month of month 0, such as 1988-01.
    sentence : str
        What the figure shows.
    """
    rows = -(-len(pictures) // 2)
    size = (2 * WIDTH + GAP, rows * (HEIGHT + GAP))
    charts = [
        element(
            "g",
            _chart(name, lines, int(begins[:4])),
            transform=f"translate({(index % 2) * (WIDTH + GAP)} {(index // 2) * (HEIGHT + GAP)})",
            data_tone=tone,
        )
        for index, (name, tone, lines) in enumerate(pictures)
    ]
    return figure("".join(charts), size, sentence)


def figure(inside, size, sentence):
    """Return an SVG with the sentence that says what it shows, for eyes and for screen readers."""
    width, height = size
    drawing = element("svg", inside, viewBox=f"0 0 {width} {height}", role="img", aria_label=sentence, class_="gt-still-svg")
    return element("figure", drawing, element("figcaption", escape(sentence), class_="gt-sentence"), class_="gt-still-figure")


def _chart(name, lines, year):
    months = len(lines[0][1]) - 1
    across = [LEFT + (WIDTH - LEFT - RIGHT) * month / months for month in range(months + 1)]
    parts = [element("text", escape(name), x=LEFT, y=14, class_="gt-still-name"), *_grid()]
    parts += _years(months, year)
    parts += [element("path", d=_path(across, values), class_=kind) for kind, values in lines]
    return "".join(parts)


def _height(value):
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value


def _path(across, values):
    step = max(1, len(across) // DRAWN)
    months = [*range(0, len(across) - 1, step), len(across) - 1]
    return "M" + "L".join(f"{across[month]:.1f} {_height(values[month]):.1f}" for month in months)


def _grid():
    for value in (0, 0.5, 1):
        y = f"{_height(value):.1f}"
        yield element("line", x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, class_="gt-still-grid")
        yield element("text", f"{value:g}", x=LEFT - 6, y=f"{_height(value) + 4:.1f}", class_="gt-still-mark gt-still-left")


def _years(months, year):
    last = year + months // 12
    step = 10
    for mark in range(-(-year // step) * step, last + 1, step):
        x = LEFT + (WIDTH - LEFT - RIGHT) * (mark - year) * 12 / months
        yield element("text", str(mark), x=f"{x:.1f}", y=HEIGHT - 5, class_="gt-still-mark")


def bars(counts, sentence):
    """Return a figure of horizontal bars.

    Parameters
    ----------
    counts : list of (str, int)
        Longest first.
    sentence : str
        What the figure shows.
    """
    most = counts[0][1]
    rows = [
        element("text", escape(name), x=BAR_NAME, y=row * BAR + 16, class_="gt-still-mark gt-still-left")
        + element("rect", x=BAR_NAME + 8, y=row * BAR + 4, width=f"{BAR_MOST * count / most:.0f}", height=16, class_="gt-still-bar")
        + element("text", str(count), x=f"{BAR_NAME + 14 + BAR_MOST * count / most:.0f}", y=row * BAR + 16)
        for row, (name, count) in enumerate(counts)
    ]
    return figure("".join(rows), (BAR_NAME + BAR_MOST + 60, len(counts) * BAR + 4), sentence)
