"""Work in pieces goes to threads, to an executor that was lent, or to the executor that a client gives."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from cases import load, names
from model import pareto, sensitivity
from model.analyses.workers import workers


class Client:
    """A client as Dask's: it maps to futures, not to results, and gives an executor that maps as ours do."""

    def __init__(self, executor):
        self.executor, self.asked = executor, 0

    def submit(self, work, *given):
        raise AssertionError("a client is asked for its executor")

    def map(self, work, pieces):
        return [self.executor.submit(work, piece) for piece in pieces]

    def get_executor(self):
        self.asked += 1
        return self.executor


@pytest.fixture
def client():
    with ThreadPoolExecutor(2) as threads:
        yield Client(threads)


def test_a_client_is_asked_for_its_executor_which_stays_open(client):
    with workers(client) as pool:
        assert list(pool.map(abs, [-1, 2])) == [1, 2]
    assert client.asked == 1 and client.executor.submit(abs, -3).result() == 3


def test_threads_of_our_own_are_closed():
    with workers() as pool:
        assert pool.submit(abs, -1).result() == 1
    with pytest.raises(RuntimeError, match="after shutdown"):
        pool.submit(abs, -1)


def test_both_analyses_take_a_client_and_find_the_same(client):
    place = load(names()[0])
    search = {"budget": 1e9, "generations": 1, "progress": False}
    points = {"outcomes": ["services"], "samples": 2, "month": 1, "progress": False}
    assert pareto(place, executor=client, **search).equals(pareto(place, **search))
    assert sensitivity(place, executor=client, **points).equals(sensitivity(place, **points))
    assert client.asked == 2


@pytest.mark.parametrize("bad", [3, "threads", object()])
def test_what_cannot_work_is_refused(bad):
    with pytest.raises(TypeError, match="executor is .*; allowed is an executor of concurrent.futures or a Dask client"):
        workers(bad)
