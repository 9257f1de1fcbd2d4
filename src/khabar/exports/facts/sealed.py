"""Facts as lines: each under a seal of its own bytes, all under one root."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

Fact = Mapping[str, Any]
_SEAL = 32  # hex digits


def sealed(facts: Iterable[Fact]) -> Iterator[str]:
    """One line a fact; the last tells how many there are of each kind, and the hash over all seals."""
    root, counted = sha256(), Counter[str]()
    for fact in facts:
        line, seal = _line(fact)
        root.update(seal.encode())
        counted[fact["fact"]] += 1
        yield line
    yield _line({"fact": "end", "id": "end", "facts": dict(sorted(counted.items())), "root": root.hexdigest()})[0]


def _line(fact: Fact) -> tuple[str, str]:
    """The fact with the hash of all that stands before it."""
    body = json.dumps(fact, ensure_ascii=False)
    # as files are written: half a pair of surrogates becomes its escape
    seal = sha256(body.encode("utf-8", "backslashreplace")).hexdigest()[:_SEAL]
    return f'{body[:-1]}, "seal": "{seal}"}}\n', seal
