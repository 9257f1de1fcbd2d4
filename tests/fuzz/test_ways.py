"""Whatever comes in by any way, no promise breaks: seeds, what broke one once, and these with their bytes changed."""

import random
from pathlib import Path

import pytest
from ways import HERE, WAYS

_TIMES = {"text": 100, "html": 150, "log": 20, "search": 60, "archive": 200, "options": 100, "tools": 200}
_USUAL = 500  # changed seeds of a way, where one takes next to no time


def kept(folder: str, way: str) -> list[Path]:
    return sorted((HERE / folder / way).glob("*"))


FINDS = [(way, find) for way in WAYS for find in kept("finds", way)]


@pytest.mark.parametrize("way", WAYS)
def test_every_way_has_a_seed_and_takes_it(way: str) -> None:
    seeds = kept("corpus", way)
    assert seeds
    for seed in seeds:
        WAYS[way](seed.read_bytes())


@pytest.mark.parametrize(("way", "find"), FINDS, ids=[f"{way}-{find.name}" for way, find in FINDS])
def test_what_broke_a_promise_once_does_not_again(way: str, find: Path) -> None:
    WAYS[way](find.read_bytes())


@pytest.mark.parametrize("way", WAYS)
def test_changed_bytes_break_no_promise(way: str) -> None:
    chance = random.Random(way)  # noqa: S311  the same bytes on every run
    seeds = [path.read_bytes() for folder in ("corpus", "finds") for path in kept(folder, way)]
    for _ in range(_TIMES.get(way, _USUAL)):
        changed = changed_by(chance, seeds)
        try:
            WAYS[way](changed)
        except Exception as broken:
            raise AssertionError(
                f"{way} broke with {changed[:300]!r}: keep these bytes under {HERE}/finds/{way}"
            ) from broken


def changed_by(chance: random.Random, seeds: list[bytes]) -> bytes:
    """A seed with some of its bytes changed, left out, doubled, or put in from another."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at, size = chance.randrange(len(data) + 1), chance.choice((1, 1, 2, 4, 8, 64))
        other = chance.choice(seeds)
        begin = chance.randrange(len(other) + 1)
        piece = chance.choice(
            (b"", chance.randbytes(size), bytes(data[at : at + size]) * 2, other[begin : begin + size])
        )
        data[at : at + size] = piece
    return bytes(data)
