"""The whole site as one file, to be carried where there is no network."""

import zipfile
from pathlib import Path

NAME = "governing-together"
ARCHIVE = f"{NAME}.zip"
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def pack(site):
    """Write a site as one archive beside its pages, and return its path.

    The same site gives the same bytes, so that what did not change is not sent again.

    Parameters
    ----------
    site : Path
        The folder of the site; in the archive it is a folder of the name ``NAME``.
    """
    archive, fresh = Path(site) / ARCHIVE, Path(site).parent / f"{ARCHIVE}.part"
    files = sorted(file for file in Path(site).rglob("*") if file.is_file() and file != archive)
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in files:
            entry = zipfile.ZipInfo(f"{NAME}/{file.relative_to(site).as_posix()}", LONG_AGO)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, file.read_bytes())
    return fresh.replace(archive)
