"""What the two languages of the book must have in common: words, numbers, and Chinese as it is printed."""

import re
from itertools import chain

from markdown_it import MarkdownIt

HAN = r"\u3400-\u9fff"
MONTHS = ("January February March April May June July August September October November December").split()
MAY_DAY = "五一"  # 1 May, written without digits
NUMBER = re.compile(r"(?<![A-Za-z_\d.])(?<![A-Za-z]-)\d[\d,]*(?:\.\d+)?(?:\s*万)?")
# Text that both languages share letter by letter: roles, code, maths, targets of links, tags.
SHARED = re.compile(r"\{[^}]*\}`[^`]*`|`[^`]*`|\$[^$]*\$|\]\([^)]*\)|<[^>]*>|\{[^}]*\}")


def numbers(text):
    """The numbers written in digits in a text, as a set of floats; 6,000 and 0.6万 are the same."""
    found = set()
    for match in NUMBER.findall(SHARED.sub(" ", text)):
        digits = match.replace(",", "").replace("万", "").strip()
        found.add(float(digits) * (10_000 if "万" in match else 1))
    return found


def number_faults(english, chinese):
    """The numbers that one language has and the other has not; the name of a month may stand for its number."""
    in_english, in_chinese = numbers(english), numbers(chinese)
    if MAY_DAY in chinese:
        in_chinese.add(1.0)
    spoken = {float(number) for number, month in enumerate(MONTHS, start=1) if re.search(rf"\b{month}\b", english)}
    missing = in_english - in_chinese
    added = in_chinese - in_english - spoken
    return [f"{number:g} only in English" for number in sorted(missing)] + [f"{number:g} only in Chinese" for number in sorted(added)]


def shared_faults(english, chinese):
    """The roles, code, maths and link targets of a sentence that its translation does not carry over."""
    def parts(text):
        return sorted(part for part in SHARED.findall(text) if not part.startswith("<"))

    ours, theirs = parts(english), parts(chinese)
    return [] if ours == theirs else [f"{ours} became {theirs}"]


STYLE = {
    "a space between Chinese and Latin letters or digits": re.compile(rf"[{HAN}] +[A-Za-z0-9]|[A-Za-z0-9%] +[{HAN}]"),
    "a space between Chinese characters": re.compile(rf"[{HAN}，。；：！？、] +[{HAN}]"),
    "half-width punctuation after Chinese": re.compile(rf"[{HAN}][,;:!?](?!\w*\w=)"),
    "half-width brackets around Chinese": re.compile(rf"\([^()]*[{HAN}][^()]*\)"),
    "straight quotes around Chinese": re.compile(rf"\"[^\"]*[{HAN}][^\"]*\""),
}


def chinese_faults(text):
    """What in a Chinese text is not as Chinese is printed, each with the place."""
    bare = re.sub(r"\{[^}]*\}`[^`]*`|`[^`]*`|\$[^$]*\$|(?<=\])\([^)]*\)|<[^>]*>", "", text)
    faults = ((rule, pattern.search(bare)) for rule, pattern in STYLE.items())
    return [f"{rule}: {found.group()!r}" for rule, found in faults if found] + bold_faults(text)


def bold_faults(text):
    """The asterisks that a reader would see: Markdown takes **one。**two for no bold."""
    shown = [part.content for part in MarkdownIt().parseInline(text)[0].children if part.type == "text"]
    return [f"asterisks that make nothing bold: {part!r}" for part in shown if "**" in part]


def pair_faults(english, chinese):
    """Everything wrong with one English text and its Chinese twin, as a list of sentences."""
    if not english.strip() and not chinese.strip():
        return []
    if not chinese.strip():
        return [f"no Chinese for {english!r}"]
    if not english.strip():
        return [f"no English for {chinese!r}"]
    faults = chain(number_faults(english, chinese), shared_faults(english, chinese), chinese_faults(chinese))
    return [f"{english[:60]!r} / {chinese[:60]!r}: {fault}" for fault in faults]
