"""Tables of the model with the names that a reader knows, in the reader's language."""

from widgets.words import Speaker, language_of_book


def named(table, case=None, language=None):
    """Return a table whose rows, columns and assumptions bear names in place of the model's keys.

    Parameters
    ----------
    table : pandas.DataFrame or pandas.Series
        As an analysis returns it; it stays as it is.
    case : cases.Case, optional
        The place whose levers and actors are named as it calls them.
    language : str, optional
        en or zh_CN; the language of the book where it is left out.

    Returns
    -------
    pandas.DataFrame or pandas.Series
        The same numbers. What has no name keeps its key.
    """
    language = language or language_of_book()
    say = Speaker(language)
    words = {**_ending(say, "column."), **_ending(say, "quantity."), **_ending(say, "parameter."), **_of_place(case, language)}
    for level in set(table.index.names) & {"shock", "dimension"}:  # a shock may bear the key of a quantity
        table = table.rename(index=_ending(say, f"{level}."), level=level)
    table = table.rename(index=words)
    table.index.names = [words.get(name, name) for name in table.index.names]
    if table.ndim == 1:
        return table
    if "assumption" in table:  # its cells are keys as well
        table = table.assign(assumption=table["assumption"].replace(words))
    table = table.rename(columns=words)
    table.columns.names = [words.get(name, name) for name in table.columns.names]
    return table


def _ending(say, beginning):
    return {key.removeprefix(beginning): text for key, text in say.chosen(beginning).items()}


def _of_place(case, language):
    if case is None:
        return {}
    actors = {row["actor"]: row[f"name_{language}"] for row in case.actors.to_dict("records")}
    return {**actors, **{lever.lever: lever.name[language] for lever in case.levers}}
