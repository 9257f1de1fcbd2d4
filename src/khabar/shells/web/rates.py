"""How fast one address may ask."""

from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

_MOST_KNOWN = 10_000  # addresses; the one that was silent longest is forgotten first
_NETWORK = 64  # bits of an IPv6 address that one customer of a provider has


class Rates:
    """A bucket of requests for each address, which fills up again at a steady rate."""

    def __init__(self, rate: float, most: float, clock: Callable[[], float]) -> None:
        self._rate = rate
        self._most = most
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()  # requests, and when they were counted

    def allows(self, address: str) -> bool:
        """Whether the address may ask now; if so, that is one request less."""
        whom, now = _asker(address), self._clock()
        left, then = self._left.pop(whom, (self._most, now))
        left = min(self._most, left + (now - then) * self._rate)
        may = left >= 1
        self._left[whom] = (left - may, now)
        if len(self._left) > _MOST_KNOWN:
            self._left.popitem(last=False)
        return may


def _asker(address: str) -> str:
    """One who asks; who has a whole IPv6 network is one."""
    try:
        told = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(told, IPv6Address):
        return address
    return str(told.ipv4_mapped or int(told) >> (128 - _NETWORK))
