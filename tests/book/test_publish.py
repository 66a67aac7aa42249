"""The site holds what a reader needs; a page that the policy would break is refused, with the place."""

import pytest
from _theme.publish import forbidden, publish


@pytest.mark.parametrize(("markup", "fault"), [
    ("<script>alert(1)</script>", "an inline script"),
    ('<p style="color: red">', "an inline style"),
    ("<style>p {}</style>", "an inline style"),
    ('<button onclick="go()">', "an inline handler"),
    ('<a href="javascript:go()">', "a script address"),
    ('<img src="https://example.org/a.png">', "a file from another host"),
    ('<script src="//example.org/a.js"></script>', "a file from another host"),
])
def test_what_the_policy_forbids_is_named(markup, fault):
    assert [found.split(":")[0] for found in forbidden(markup)] == [fault]


@pytest.mark.parametrize("markup", [
    '<script src="_static/page.js" defer></script>',
    '<script type="application/json">{"onclick": "<p style=>"}</script>',
    '<a href="https://example.org/">a source</a>',
])
def test_what_is_allowed_is_left_alone(markup):
    assert forbidden(markup) == []


def test_only_what_changed_is_written_and_what_is_gone_is_removed(tmp_path):
    built, site = tmp_path / "html", tmp_path / "site"
    (built / "_static").mkdir(parents=True)
    for name, text in {"index.html": "<p>one</p>", "_static/page.css": "p {}", "_static/doctools.js": "x", "objects.inv": "x"}.items():
        (built / name).write_text(text)
    publish({"en": built}, site)
    assert {file.name for file in (site / "en").rglob("*") if file.is_file()} == {"index.html", "page.css"}
    assert (site / "index.html").exists() and (site / "choose.js").exists()
    written = (site / "en" / "index.html").stat().st_mtime_ns
    (built / "_static" / "page.css").unlink()
    publish({"en": built}, site)
    assert (site / "en" / "index.html").stat().st_mtime_ns == written
    assert not (site / "en" / "_static" / "page.css").exists()


def test_all_faults_of_all_pages_are_said_at_once(tmp_path):
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text('<p style="color: red">')
    with pytest.raises(ValueError, match=r"(?s)en/a\.html: an inline style.*en/b\.html: an inline style"):
        publish({"en": tmp_path}, tmp_path / "site")
