"""Processes that do tasks side by side. The order stays, and what one that dies was at is done here."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from khabar.workers.starting import end, given_through, heed_no_interrupt, launched

A = TypeVar("A")
B = TypeVar("B")
Do = Callable[[A], B]
Prepared = Callable[[], AbstractContextManager[Do[A, B]]]  # what a process opens once, to do all its tasks with

_BATCH = 8  # tasks that go out together: enough that handing over costs little
_HELD = 2  # batches of a process: the one that it is at, and one that it need not wait for
_AHEAD = 16  # batches a process that may be taken in before their turn to be given out


def done_by_hands(
    tasks: Iterable[A], prepared: Prepared[A, B], here: Do[A, B], number: int, ready: str | None = None
) -> Generator[B, None, None]:
    """What comes of each task, in the order given; `here` does what a process died over, and must come to the same.

    `ready`: the module that loads what the tasks need when it is imported, once for all processes.
    """
    hands = _Hands(number, prepared, here, ready)
    try:
        yield from hands.run(_batches(iter(tasks)))
    finally:
        hands.stop()


class _Hand(Generic[A, B]):
    """One process, with the batches that it has and has not answered, the one it is at first."""

    def __init__(self, prepared: Prepared[A, B], ready: str | None) -> None:
        self.process, self.pipe = launched(_serve, ready, prepared)
        self.held: deque[tuple[int, Sequence[A]]] = deque()

    def give(self, place: int, batch: Sequence[A]) -> None:
        self.held.append((place, batch))
        with suppress(OSError):  # it died meanwhile: seen when its answer is asked for
            self.pipe.send(batch)

    def answered(self) -> Sequence[B] | None:
        """What came of the batch that it was at; None: it died over it."""
        try:
            found: Sequence[B] = self.pipe.recv()
        except (EOFError, OSError):
            return None
        return found

    def stop(self) -> None:
        end(self.process, self.pipe)


class _Hands(Generic[A, B]):
    """So many processes, until all tasks are done; without any that lives, all the rest is done here."""

    def __init__(self, number: int, prepared: Prepared[A, B], here: Do[A, B], ready: str | None) -> None:
        self._hands = [_Hand(prepared, ready) for _ in range(number)]
        self._most = _AHEAD * number
        self._here = here
        self._done: dict[int, Sequence[B]] = {}
        self._taken = self._given_out = 0  # batches

    def run(self, batches: Iterator[Sequence[A]]) -> Iterator[B]:
        while self._feed(batches):
            self._collect()
            while self._given_out in self._done:
                yield from self._done.pop(self._given_out)
                self._given_out += 1
        for batch in batches:
            yield from map(self._here, batch)

    def stop(self) -> None:
        for hand in self._hands:
            hand.stop()

    def _feed(self, batches: Iterator[Sequence[A]]) -> bool:
        """Hands out what may be handed out; whether anything is still to be done by them."""
        for held in range(_HELD):
            for hand in self._hands:
                # bounded: a slow task must not make what is done behind it fill the memory
                here = len(hand.held) == held and self._taken - self._given_out < self._most
                if here and (batch := next(batches, None)):
                    hand.give(self._taken, batch)
                    self._taken += 1
        return any(hand.held for hand in self._hands)

    def _collect(self) -> None:
        busy = [hand for hand in self._hands if hand.held]
        ready = wait([hand.pipe for hand in busy])
        for hand in (hand for hand in busy if hand.pipe in ready):
            answer = hand.answered()
            if answer is None:
                self._let_go(hand)
            else:
                place, _ = hand.held.popleft()
                self._done[place] = answer

    def _let_go(self, hand: _Hand[A, B]) -> None:
        self._hands.remove(hand)
        hand.stop()
        for place, batch in hand.held:
            self._done[place] = [*map(self._here, batch)]


def _batches(tasks: Iterator[A]) -> Iterator[Sequence[A]]:
    while batch := tuple(islice(tasks, _BATCH)):
        yield batch


def _serve(pipe: Connection, prepared: Prepared[A, B]) -> None:
    """Does batches until the other end is closed."""
    heed_no_interrupt()
    # Whatever stops us, the one who started us does it again, and tells what is wrong.
    with suppress(Exception), prepared() as do:
        for batch in given_through(pipe):
            pipe.send([do(task) for task in batch])
