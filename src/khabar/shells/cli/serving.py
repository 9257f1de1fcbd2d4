"""`khabar serve`: what is said before the server answers."""

import secrets
import sys
from dataclasses import replace

from khabar.shells.places import listening
from khabar.shells.web.serving import serve
from khabar.shells.web.settings import Settings
from khabar.store.archive import Archive


def serve_archive(settings: Settings, *, review: bool) -> None:
    """Says where the pages are, and answers until it is stopped."""
    with Archive.to_read(settings.archive) as opened:  # what is wrong with it is told now, not on the first page
        opened.has_conclusions()
    settings = replace(settings, host=settings.host.strip("[]"), token=secrets.token_urlsafe(24) if review else None)
    with listening(settings.host, settings.port) as place:
        if not settings.is_local:
            _warn(settings)
        start = f"http://{settings.own_name}:{place.getsockname()[1]}/"
        print(start, flush=True)
        if settings.token:
            print(f"{start}ar/review?token={settings.token}", flush=True)
        serve(settings, place)


def _warn(settings: Settings) -> None:
    print(
        f"khabar: {settings.host} can be reached from other machines. The pages have no password and no encryption:"
        " put a proxy with TLS and a login before them. They answer to"
        f" {', '.join((settings.own_name, *settings.names))}; --name NAME adds a host name.",
        file=sys.stderr,
    )
