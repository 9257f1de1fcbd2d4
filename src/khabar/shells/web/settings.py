"""What a server is told when it starts."""

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

LOOPBACK = "127.0.0.1"
PORT = 8470


@dataclass(frozen=True, slots=True)
class Settings:
    """Which archive is served, to whom, and what may be done with it."""

    archive: Path
    host: str = LOOPBACK
    port: int = PORT
    token: str | None = None  # who has it may write; None: nobody may, all pages only show
    names: tuple[str, ...] = ()  # host names that requests may ask for, beside the address itself

    @property
    def is_local(self) -> bool:
        """Whether only programs on this machine can reach it."""
        return is_loopback(self.host)

    @property
    def hosts(self) -> frozenset[str]:
        """The names under which a request may ask for the pages: others are a trick of another site's."""
        own = {self.host, *self.names}
        return frozenset(name.casefold() for name in (own | {"localhost", LOOPBACK, "[::1]"} if self.is_local else own))


def is_loopback(host: str) -> bool:
    """Whether the address is this machine's own."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
