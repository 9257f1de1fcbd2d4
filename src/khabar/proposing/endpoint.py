"""The address of a server that runs a model, as somebody gives it."""

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from khabar.errors import CannotAsk


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server, the model to ask there, and with which key."""

    address: str  # as far as `/v1`, with no slash behind
    model: str
    key: str | None = field(default=None, repr=False)  # None: the server wants none
    patience: float = 300.0  # seconds for one answer

    @property
    def host(self) -> str:
        """The name or number of the machine."""
        return urlsplit(self.address).hostname or ""

    @property
    def is_here(self) -> bool:
        """Whether what is sent there stays on this machine."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost" or self.host.endswith(".localhost")

    @property
    def is_open(self) -> bool:
        """Whether others on the way could read what is sent."""
        return self.address.startswith("http:") and not self.is_here


def endpoint_at(address: str, model: str, key: str | None = None, patience: float = 300.0) -> Endpoint:
    """The server at that address; raises CannotAsk where it cannot be one."""
    address = address.strip().rstrip("/").removesuffix("/chat/completions")
    try:
        parts = urlsplit(address)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        fits = False
    if not fits or parts.query or parts.fragment:
        raise CannotAsk(address, "this is no address of a server", "Write http://127.0.0.1:8080/v1, as far as the /v1.")
    if parts.username or parts.password:
        raise CannotAsk(parts.hostname or "", "the address holds a password", "Put the key into KHABAR_MODEL_KEY.")
    if not model or not model.isprintable() or " " in model:
        raise CannotAsk(address, f"'{model}' names no model", "Give --model as the server calls it, in one word.")
    if key and not (key.isascii() and key.isprintable()):
        raise CannotAsk(address, "KHABAR_MODEL_KEY holds letters that no key has", "Set it to the key alone.")
    return Endpoint(address, model, key or None, patience)
