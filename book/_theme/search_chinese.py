"""Chinese search: the reader's words are cut where the index was cut.

Sphinx cuts the pages into words with jieba, but leaves the query whole, so that a phrase of two words finds nothing.
Here the browser takes, from the left, the longest words that the index knows.
(`var`, because searchtools.js asks whether the name is taken by declaring it.)
"""

import logging

import jieba
from sphinx.search.zh import SearchChinese

jieba.setLogLevel(logging.WARNING)

LONGEST_MATCH = """
var splitQuery = (query) => {
  const known = (word) => [Search._index.terms, Search._index.titleterms].some((terms) => Object.hasOwn(terms, word));
  const cut = (run) => {
    const words = [];
    while (run.length > 0) {
      let length = run.length;
      while (length > 1 && !known(run.slice(0, length))) length -= 1;
      if (length > 1) words.push(run.slice(0, length));
      run = run.slice(length);
    }
    return words;
  };
  return query
    .split(/(\\p{Script=Han}+)|[^\\p{Letter}\\p{Number}_]+/gu)
    .filter(Boolean)
    .flatMap((part) => (/^\\p{Script=Han}/u.test(part) ? cut(part) : [part]));
};
"""


class LongestMatch(SearchChinese):
    """Sphinx's Chinese search with a query that is cut like the index."""

    js_splitter_code = LONGEST_MATCH


def setup(app):
    """Connect to Sphinx."""
    app.add_search_language(LongestMatch)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
