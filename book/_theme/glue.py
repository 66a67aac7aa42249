"""Paste glued values after translation, so that a Chinese sentence can quote one.

MyST-NB looks a value up while a text is parsed.  A translated sentence is parsed
apart from its chapter, where no value is known.  Here ``{glue:text}`` always leaves
MyST-NB's own marker for a value of another page, naming this page; MyST-NB fills
such markers last of all, in either language.
"""

from docutils import nodes
from myst_nb.ext.glue.crossref import ReplacePendingGlueReferences
from myst_nb.ext.glue.utils import PendingGlueReference
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxRole
from widgets.words import typeset


class GlueText(SphinxRole):
    """``{glue:text}`key` `` or ``{glue:text}`key:.1f` ``: one value of this chapter."""

    def run(self):
        """Return the marker in a node that keeps its name, and no message."""
        key, _, spec = self.text.partition(":")
        marker = PendingGlueReference(
            refdoc=self.env.docname, key=key, inline=True, gtype="text", fmt_spec=spec or "s"
        )
        self.set_source_info(marker)
        return [nodes.inline("", "", marker, glued=key)], []


class Typeset(SphinxPostTransform):
    """Numbers that MyST-NB has filled in as readers meet them: a minus for a hyphen, no sign before nothing."""

    default_priority = ReplacePendingGlueReferences.default_priority + 1

    def run(self, **kwargs):
        """Set every glued text anew."""
        for node in self.document.findall(nodes.inline):
            if "pasted-text" in node["classes"]:
                node[:] = [nodes.Text(typeset(node.astext()))]


def setup(app):
    """Put the late role in the place of MyST-NB's early one."""
    app.add_post_transform(Typeset)
    app.add_role_to_domain("glue", "text", GlueText(), override=True)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
