"""Connections that keep others waiting: who does not come to the end of a request, or reads no answer, is cut off."""

import asyncio
import socket
from typing import cast

from uvicorn.protocols.http.h11_impl import H11Protocol

# Bytes that the system keeps to send; with more, one who reads slowly would look like one who does not.
_UNSENT = 128 * 1024


class Impatient(H11Protocol):
    """A connection on which each request must be there soon, and each answer must be read.

    A request has seconds from its first byte, head and body, but only while there is room: of those who wait for
    theirs to come, the longest waiting makes room for the new one.
    """

    patience = 15.0  # seconds for a request, of which the slowest telephone needs two
    unread = 30.0  # seconds in which something of an answer must be taken
    _waiting: asyncio.TimerHandle | None = None
    _looking: asyncio.TimerHandle | None = None
    _since: float | None = None  # since when there is nothing to answer; None: a request is being answered
    _left = 0  # bytes of the answer that were unsent when it was last looked at
    _taken = False  # whether so much was taken since then that the answer went on

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Makes room, and begins to wait for the first request."""
        made = cast(asyncio.Transport, transport)  # as of every connection that a server accepts
        super().connection_made(made)
        _keep_little(made)
        self._make_room()
        self._since = self.loop.time()
        self._wait()
        self._looking = self.loop.call_later(self.unread, self._look)

    def data_received(self, data: bytes) -> None:
        """Waits on for a request that is not whole, however often something of it comes."""
        super().data_received(data)
        if self.cycle is None or self.cycle.response_complete or self.cycle.more_body:
            self._wait()
        else:
            self._rest()

    def on_response_complete(self) -> None:
        """Waits for the rest of a request of which a part came behind the one that is answered now."""
        self._since = self.loop.time()
        super().on_response_complete()
        if self.cycle.response_complete:
            return
        if self.cycle.more_body:
            self._wait()
        else:
            self._rest()

    def resume_writing(self) -> None:
        """Notes that the client reads."""
        self._taken = True
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """Waits no more."""
        self._rest()
        if self._looking is not None:
            self._looking.cancel()
        super().connection_lost(exc)

    def _make_room(self) -> None:
        if self.limit_concurrency is None or len(self.connections) < self.limit_concurrency:
            return
        silent = [one for one in self.connections if isinstance(one, Impatient) and one._is_silent()]
        if silent:
            longest = min(silent, key=lambda one: one._since or 0.0)
            self.connections.discard(longest)  # at once: the system tells of its end only later
            longest.transport.abort()

    def _is_silent(self) -> bool:
        return self._since is not None and not self.transport.get_write_buffer_size()

    def _look(self) -> None:
        left = self.transport.get_write_buffer_size()
        if left and left == self._left and not self._taken:
            self.transport.abort()
            return
        self._left, self._taken = left, False
        self._looking = self.loop.call_later(self.unread, self._look)

    def _wait(self) -> None:
        if self._waiting is None:
            self._waiting = self.loop.call_later(self.patience, self.transport.close)

    def _rest(self) -> None:
        self._since = None
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None


def _keep_little(transport: asyncio.Transport) -> None:
    """Has the system take the next bytes of an answer soon after the client took some, however fast the line is."""
    place = transport.get_extra_info("socket")
    lowest = getattr(socket, "TCP_NOTSENT_LOWAT", None)  # None: a system that does not know it
    if place is not None and lowest is not None:
        place.setsockopt(socket.IPPROTO_TCP, lowest, _UNSENT)
