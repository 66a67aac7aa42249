"""What is said when a table, a plan or a shock is wrong."""


class CaseError(ValueError):
    """One or more faults, each a sentence that says where, what was found and what is allowed.

    Parameters
    ----------
    *faults : str
        Full sentences, such as ``cases/somewhere/parameters.csv, line 12: training is 900,
        above its high of 200 (hours per month).``

    Attributes
    ----------
    faults : tuple of str
    """

    @property
    def faults(self):
        """The sentences, in the order in which they were found."""
        return self.args

    def __str__(self):
        return "\n".join(self.args)


class Faults:
    """Faults gathered while reading, so that all of them are told at once."""

    def __init__(self):
        self.found = []

    def add(self, where, text):
        """Note one fault: `where` it is and `text` of what is wrong, without a full stop."""
        self.found.append(f"{where}: {text}.")

    def tell(self):
        """Say nothing if no fault has been noted.

        Raises
        ------
        CaseError
            With every fault noted so far, if there is any.
        """
        if self.found:
            raise CaseError(*self.found)
