"""Part captions of _toc.yml in the language of the build.

Sphinx translates what stands in a page; the captions come from _toc.yml, after translation has run.
They are in the catalogue of the page that carries the list of contents, and are looked up there.
"""

from pathlib import Path

from sphinx.addnodes import toctree
from sphinx.locale import init as load_catalogue
from sphinx.transforms import SphinxTransform
from sphinx.util.i18n import docname_to_domain


class TranslateCaptions(SphinxTransform):
    """Runs after sphinx_external_toc has put the lists of contents into the page (its priority is 100)."""

    default_priority = 110

    def apply(self, **kwargs):
        """Replace each caption by its translation."""
        folders = [str(Path(self.app.srcdir, folder)) for folder in self.config.locale_dirs]
        domain = docname_to_domain(self.env.docname, self.config.gettext_compact)
        catalogue, _ = load_catalogue(folders, self.config.language, domain)
        for node in self.document.findall(toctree):
            if node.get("caption"):
                node["caption"] = catalogue.gettext(node["caption"])


def setup(app):
    """Connect to Sphinx."""
    app.add_transform(TranslateCaptions)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
