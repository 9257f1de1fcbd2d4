"""`khabar serve`: what is said before the server answers."""

import secrets
import sys
from contextlib import suppress
from dataclasses import replace

from khabar.errors import ArchiveBusy
from khabar.shells.places import listening
from khabar.shells.web.serving import serve
from khabar.shells.web.settings import Settings
from khabar.store.archive import Archive
from khabar.values.place import Place

_AT_ONCE = 0.1  # seconds that a build is waited for: one that writes shows that others can


def serve_archive(settings: Settings, *, review: bool) -> None:
    """Says where the pages are, and answers until it is stopped."""
    with Archive.to_read(settings.archive) as opened:  # what is wrong with it is told now, not on the first page
        opened.has_conclusions()
    if review:
        _may_be_written(settings.archive)
    settings = replace(settings, host=settings.host.strip("[]"), token=secrets.token_urlsafe(24) if review else None)
    with listening(settings.host, settings.port) as place:
        if not settings.is_local:
            _warn(settings)
        start = f"http://{settings.own_name}:{place.getsockname()[1]}/"
        print(start, flush=True)
        if settings.token:
            print(f"{start}ar/review?token={settings.token}", flush=True)
        serve(settings, place)


def _may_be_written(archive: Place) -> None:
    """Raises ArchiveNotWritable now, and not when somebody has typed a correction."""
    with suppress(ArchiveBusy), Archive.to_write(archive, _AT_ONCE):
        return


def _warn(settings: Settings) -> None:
    print(
        f"khabar: {settings.host} can be reached from other machines. The pages have no password and no encryption:"
        " put a proxy with TLS and a login before them. They answer to"
        f" {', '.join((settings.own_name, *settings.names))}; --name NAME adds a host name.",
        file=sys.stderr,
    )
