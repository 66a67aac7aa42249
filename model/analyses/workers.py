"""Who does work that comes in pieces: threads of our own, or an executor that was lent."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext


def workers(executor=None):
    """Return a context manager that gives an executor and leaves a lent one running.

    Parameters
    ----------
    executor : concurrent.futures.Executor or distributed.Client, optional
        What can ``submit`` and ``map`` as the executors of ``concurrent.futures`` do, or what has
        such a one to give by ``get_executor()``, as a Dask client does; threads where left out.

    Raises
    ------
    TypeError
        For anything else.
    """
    if executor is None:
        return ThreadPoolExecutor()
    # A Dask client can submit and map as well, but in its own way: asked first, it gives what we know.
    lent = executor.get_executor() if hasattr(executor, "get_executor") else executor
    if not (hasattr(lent, "submit") and hasattr(lent, "map")):
        raise TypeError(f"executor is {executor!r}; allowed is an executor of concurrent.futures or a Dask client.")
    return nullcontext(lent)
