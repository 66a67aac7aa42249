"""Serve build/site on this machine, at port 8000 or the next one that is free.

Usage: python book/_theme/serve.py
"""

import socket
import sys
from contextlib import closing
from errno import EACCES, EADDRINUSE
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SITE = Path(__file__).resolve().parents[2] / "build" / "site"
LOCALHOST = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
"""What localhost may mean to a browser."""
WAIT = 0.2
"""Seconds for another program to take a call; on one machine it takes less than a thousandth."""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, always asked for anew, and says nothing about it."""

    def end_headers(self):
        """Let a browser keep nothing, so that a rebuilt page is the page shown."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *args):
        """Keep the terminal for the address."""


class Server(ThreadingHTTPServer):
    """A server that does not share its port, as Windows otherwise would let it."""

    allow_reuse_address = sys.platform != "win32"
    daemon_threads = True


def is_taken(port):
    """Whether a program listens at a port under either address of localhost: a browser may open the one or the other."""
    return any(_answers(family, address, port) for family, address in LOCALHOST)


def _answers(family, address, port):
    try:
        with closing(socket.socket(family)) as caller:
            caller.settimeout(WAIT)
            return caller.connect_ex((address, port)) == 0
    except OSError:  # a machine without addresses of this kind
        return False


def open_server(site=SITE, first=8000, tries=100):
    """A server of the site's files at the first free port of this machine.

    Raises
    ------
    OSError
        If none of the ports is free, or if no server can be opened for another reason.
    """
    for port in range(first, first + tries):
        if is_taken(port):
            continue
        try:
            return Server(("localhost", port), partial(Quiet, directory=str(site)))
        except OSError as error:
            if error.errno not in (EADDRINUSE, EACCES):
                raise
    raise OSError(f"Ports {first} to {first + tries - 1} are all taken; free one of them.")


def main():
    """Serve until stopped with Ctrl-C."""
    if not (SITE / "index.html").exists():
        print("Nothing is built yet: run `make book` or `python book/_theme/build.py` first.", file=sys.stderr)
        return 1
    server = open_server()
    print(f"Governing Together is at http://localhost:{server.server_port}  (Ctrl-C stops it)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
