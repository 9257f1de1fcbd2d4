"""`khabar mcp`: what is said before assistants are answered."""

import sys
from importlib.util import find_spec

from khabar.errors import MissingPart
from khabar.shells.places import listening
from khabar.shells.web.settings import LOOPBACK
from khabar.store.archive import Archive
from khabar.values.place import Place


def serve_assistants(archive: Place, port: int | None) -> None:
    """Answers over the standard streams, or over HTTP where a port is given, until it is stopped."""
    if find_spec("mcp") is None:
        raise MissingPart("khabar mcp", "mcp")
    with Archive.to_read(archive) as opened:  # what is wrong with it is told now, not to the assistant
        opened.has_conclusions()
    from khabar.shells.mcp.serving import serve_http, serve_streams  # here: only now is it known to be there

    if port is None:
        serve_streams(archive)
        return
    with listening(LOOPBACK, port) as place:
        print(f"http://{LOOPBACK}:{place.getsockname()[1]}/mcp", file=sys.stdout, flush=True)
        serve_http(archive, place)
