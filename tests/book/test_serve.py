"""The site is served at the first free port."""

import threading
import urllib.request

import pytest
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
