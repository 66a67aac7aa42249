"""The site is served at the first free port."""

import errno
import socket
import threading
import urllib.request

import pytest
from _theme import serve
from _theme.serve import open_server


def test_a_taken_port_is_passed_over(tmp_path):
    with open_server(tmp_path, first=8900) as first, open_server(tmp_path, first=first.server_port) as second:
        assert second.server_port > first.server_port


def test_files_are_served_and_always_asked_for_anew(tmp_path):
    (tmp_path / "index.html").write_text("<p>here</p>")
    with open_server(tmp_path, first=8900) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with urllib.request.urlopen(f"http://localhost:{server.server_port}/") as answer:
            assert answer.read() == b"<p>here</p>" and answer.headers["Cache-Control"] == "no-cache"
        server.shutdown()


def test_no_free_port_is_said(tmp_path):
    with open_server(tmp_path, first=8900) as server, pytest.raises(OSError, match=f"Ports {server.server_port} to {server.server_port} are all taken"):
        open_server(tmp_path, first=server.server_port, tries=1)


@pytest.mark.parametrize(("family", "address"), serve.LOCALHOST)
def test_a_port_at_which_another_program_is_localhost_is_passed_over(tmp_path, family, address):
    """A browser asks [::1] first, and would show that program under our address."""
    try:
        other = socket.create_server((address, 0), family=family)
    except OSError:
        pytest.skip(f"this machine has no {address}")
    with other, open_server(tmp_path, first=other.getsockname()[1]) as server:
        assert server.server_port > other.getsockname()[1]


@pytest.mark.parametrize(("number", "passed"), [(errno.EADDRINUSE, True), (errno.EACCES, True), (errno.EMFILE, False)])
def test_only_a_port_that_is_taken_is_passed_over(tmp_path, monkeypatch, number, passed):
    def fail(*_):
        raise OSError(number, "so it is")

    monkeypatch.setattr(serve, "Server", fail)
    with pytest.raises(OSError, match="are all taken" if passed else "so it is"):
        open_server(tmp_path, first=8900, tries=2)
