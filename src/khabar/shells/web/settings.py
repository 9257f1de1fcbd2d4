"""What a server is told when it starts."""

from dataclasses import dataclass
from ipaddress import ip_address

from khabar.shells.places import in_address
from khabar.values.place import Place

LOOPBACK = "127.0.0.1"
PORT = 8470
RATE = 20
_EVERY_ADDRESS = ("0.0.0.0", "::")
_LOCAL_NAMES = frozenset({"localhost", LOOPBACK, "[::1]"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Which archive is served, to whom, and what may be done with it."""

    archive: Place
    host: str = LOOPBACK
    port: int = PORT
    token: str | None = None  # who has it may write; None: nobody may, all pages only show
    names: tuple[str, ...] = ()  # host names that requests may ask for, beside the address itself
    rate: int = RATE  # requests a second that each address may make beyond loopback
    log: bool = False  # whether each request is told on the standard error, as a line of JSON

    @property
    def is_local(self) -> bool:
        """Whether only programs on this machine can reach it."""
        return is_loopback(self.host)

    @property
    def own_name(self) -> str:
        """The address as it stands in an address of a page."""
        return in_address(self.host)

    def answers_to(self, name: str) -> bool:
        """Whether a request may ask for the pages under that name: others are a trick of another site's."""
        if name.casefold() in {own.casefold() for own in (self.own_name, *self.names)}:
            return True
        if self.host in _EVERY_ADDRESS:
            return name.casefold() in _LOCAL_NAMES or _is_address(name)
        return self.is_local and name.casefold() in _LOCAL_NAMES


def _is_address(name: str) -> bool:
    """Whether it is an address in figures, which no other site can make its own name lead to."""
    try:
        ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether the address is this machine's own."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
