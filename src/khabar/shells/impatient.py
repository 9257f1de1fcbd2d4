"""Connections over which a request takes too long to come: they are closed, so that they leave room for others."""

import asyncio
from typing import cast

from uvicorn.protocols.http.h11_impl import H11Protocol


class Impatient(H11Protocol):
    """A connection on which each request must be there, head and body, within seconds of its first byte."""

    patience = 15.0  # seconds, of which the slowest telephone needs two
    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begins to wait for the first request."""
        super().connection_made(cast(asyncio.Transport, transport))  # as of every connection that a server accepts
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Waits on for a request that is not whole, however often something of it comes."""
        super().data_received(data)
        if self.cycle is None or self.cycle.response_complete or self.cycle.more_body:
            self._wait()
        else:
            self._rest()

    def on_response_complete(self) -> None:
        """Waits for the rest of a request of which a part came behind the one that is answered now."""
        super().on_response_complete()
        if not self.cycle.response_complete and self.cycle.more_body:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Waits no more."""
        self._rest()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._waiting is None:
            self._waiting = self.loop.call_later(self.patience, self.transport.close)

    def _rest(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
