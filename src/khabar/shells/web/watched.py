"""What became of each request, for whoever writes it down or counts it."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from khabar.shells.listening import App, Message, Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class Answered:
    """How a request was answered."""

    status: int  # 0: it was not
    size: int  # bytes
    seconds: float


class Watched:
    """Tells of each request when it has been answered, or has failed; `during` is entered while it is answered."""

    def __init__(
        self,
        app: App,
        tell: Callable[[Scope, Answered], None],
        during: Callable[[], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        self._app = app
        self._tell = tell
        self._during = during

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status, size = time.perf_counter(), 0, 0

        async def noting(message: Message) -> None:
            nonlocal status, size
            status = message.get("status", status)
            size += len(message.get("body", b""))
            await send(message)

        with self._during():
            try:
                await self._app(scope, receive, noting)
            finally:
                self._tell(scope, Answered(status, size, time.perf_counter() - began))
