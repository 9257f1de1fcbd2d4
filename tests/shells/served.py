"""The server as it runs, and what comes back of bytes that are sent to it."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60  # seconds
HOST = b"Host: localhost\r\n"
HEALTH = b"GET /api/v1/health HTTP/1.1\r\n" + HOST
CLOSE = b"GET /api/v1/health HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"


@contextmanager
def serving(archive: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server on a port that was free, with the address that it told."""
    command = [sys.executable, "-c", "from khabar.shells.cli import main; main()"]
    asked = ["serve", "--archive", str(archive), "--port", "0", *options]
    server = subprocess.Popen([*command, *asked], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stdout
        yield server.stdout.readline().strip(), server
    finally:
        server.kill()
        server.communicate()


def answered(port: int, sent: bytes) -> list[int]:
    """The status of every answer until the server closes."""
    got = bytearray()
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as there:
        try:
            there.sendall(sent)
            while piece := there.recv(1 << 16):
                got += piece
        except ConnectionError:
            pass  # it closed before all was sent
    return [int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3}) ", got)]
