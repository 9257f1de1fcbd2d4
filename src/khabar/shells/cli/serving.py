"""`khabar serve`: what is said before the server answers."""

import secrets
import socket
import sys
from pathlib import Path

from khabar.shells.web.serving import serve
from khabar.shells.web.settings import Settings
from khabar.store.archive import Archive


def serve_archive(archive: Path, host: str, port: int, names: tuple[str, ...], *, review: bool) -> None:
    """Says where the pages are, and answers until it is stopped."""
    with Archive.to_read(archive) as opened:  # what is wrong with it is told now, not on the first page
        opened.has_conclusions()
    settings = Settings(archive, host, port, secrets.token_urlsafe(24) if review else None, names)
    if not settings.is_local:
        _warn(settings)
    with _listening(settings) as place:
        chosen = place.getsockname()[1]
        print(f"http://{host}:{chosen}/", flush=True)
        if settings.token:
            print(f"http://{host}:{chosen}/ar/review?token={settings.token}", flush=True)
        serve(settings, place)


def _listening(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    place = socket.socket(family, socket.SOCK_STREAM)
    place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    place.bind((settings.host, settings.port))
    return place


def _warn(settings: Settings) -> None:
    print(
        f"khabar: {settings.host} can be reached from other machines. The pages have no password and no encryption:"
        " put a proxy with TLS and a login before them.",
        file=sys.stderr,
    )
