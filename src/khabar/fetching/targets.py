"""Web addresses taken apart, and the machines behind them: none on a private network unless somebody allows it."""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from khabar.errors import CannotFetch

_PORTS = {"http": 80, "https": 443}
_KEPT = "/%:@!$&'()*+,;=~-._?"  # what stands for itself in a path; everything else is written in percents
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # IPv6 addresses that lead to an IPv4 one, held in their last 32 bits

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Target:
    """What a request needs of an address."""

    address: str
    scheme: str
    host: str
    port: int
    path: str  # with its question

    @property
    def origin(self) -> str:
        """The site: what robots.txt and the pause between requests hold for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """The host, with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def target_of(address: str, at: str | None = None) -> Target:
    """The parts of an address, or of one that is written as it is seen from `at`; raises CannotFetch."""
    try:
        whole = urljoin(at, address.strip()) if at else address.strip()
        parts = urlsplit(whole)
        host, port = parts.hostname, parts.port
        ascii_host = host.encode("idna").decode() if host and not host.isascii() else host
    except ValueError as error:  # also what the host's letters raise
        raise CannotFetch(address, "it is no web address: write https://…") from error
    if parts.scheme not in _PORTS or not ascii_host:
        raise CannotFetch(address, "it is no web address: write https://…")
    if parts.username or parts.password:
        raise CannotFetch(address, "it holds a name and a password: give an address that needs none")
    path = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    return Target(whole.partition("#")[0], parts.scheme, ascii_host, port or _PORTS[parts.scheme], path)


def machines_of(target: Target, *, allow_private: bool) -> tuple[str, ...]:
    """The machines that a host's name leads to now; raises CannotFetch where one of them is not public.

    The request must go to one of these and not to the name, which might lead elsewhere a moment later.
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise CannotFetch(target.address, "there is no such host, or no network") from error
    machines = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    inside = next((machine for machine in machines if not is_public(machine)), None)
    if inside is not None and not allow_private:
        raise CannotFetch(
            target.address, f"it leads to {inside}, which is no public machine: --allow-private lets it be asked"
        )
    return machines


def is_public(machine: str) -> bool:
    """Whether anybody could reach it, whatever form its number is written in."""
    ip = ipaddress.ip_address(machine.partition("%")[0])
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in _held(ip) or (ip,))


def _held(ip: Ip) -> tuple[Ip, ...]:
    """The IPv4 addresses that an IPv6 one stands for."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ()
    inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in _NAT64:
        inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return tuple(one for one in inner if one is not None)
