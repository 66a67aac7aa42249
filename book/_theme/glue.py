"""Paste glued values after translation, so that a Chinese sentence can quote one.

MyST-NB looks a value up while a text is parsed.  A translated sentence is parsed
apart from its chapter, where no value is known.  Here ``{glue:text}`` always leaves
MyST-NB's own marker for a value of another page, naming this page; MyST-NB fills
such markers last of all, in either language.
"""

from myst_nb.ext.glue.utils import PendingGlueReference
from sphinx.util.docutils import SphinxRole


class GlueText(SphinxRole):
    """``{glue:text}`key` `` or ``{glue:text}`key:.1f` ``: one value of this chapter."""

    def run(self):
        """Return the marker, and no message."""
        key, _, spec = self.text.partition(":")
        marker = PendingGlueReference(
            refdoc=self.env.docname, key=key, inline=True, gtype="text", fmt_spec=spec or "s"
        )
        self.set_source_info(marker)
        return [marker], []


def setup(app):
    """Put the late role in the place of MyST-NB's early one."""
    app.add_role_to_domain("glue", "text", GlueText(), override=True)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
