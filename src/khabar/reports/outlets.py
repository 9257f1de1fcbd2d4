"""The outlet that a web address tells, where the report does not tell it itself."""

from urllib.parse import urlsplit

from khabar.knowledge.actors import MediaKind, medium_at


def outlet_at(address: str | None) -> str | None:
    """The usual Arabic name of the outlet that publishes at an address or a bare domain; None: none that we know."""
    host = _host(address) if address else None
    medium = medium_at(host) if host else None
    # On a social network anybody publishes.
    return None if medium is None or medium.media_kind is MediaKind.SOCIAL else medium.names[0]


def named(outlet: str | None) -> str | None:
    """An outlet by its name, where somebody gave only its domain; any other as it is."""
    if outlet is None or " " in outlet or "." not in outlet:
        return outlet
    return outlet_at(outlet) or outlet


def _host(address: str) -> str | None:
    try:
        return urlsplit(address if "://" in address else f"//{address}").hostname
    except ValueError:  # brackets that are not closed
        return None
