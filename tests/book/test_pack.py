"""The site travels as one file that unpacks into one folder."""

import zipfile

from _theme.pack import ARCHIVE, NAME, pack


def site(folder):
    """A site of two files."""
    (folder / "en").mkdir(parents=True)
    (folder / "index.html").write_text("<p>root</p>")
    (folder / "en" / "index.html").write_text("<p>page</p>")
    return folder


def test_every_file_comes_back_in_a_folder_of_the_books_name(tmp_path):
    archive = pack(site(tmp_path / "site"))
    assert archive == tmp_path / "site" / ARCHIVE
    with zipfile.ZipFile(archive) as packed:
        assert packed.namelist() == [f"{NAME}/en/index.html", f"{NAME}/index.html"]
        assert packed.read(f"{NAME}/en/index.html") == b"<p>page</p>"


def test_the_same_site_gives_the_same_bytes_and_never_packs_itself(tmp_path):
    first = pack(site(tmp_path / "site")).read_bytes()
    assert pack(tmp_path / "site").read_bytes() == first
