"""Verbs by their particle of the future: 'سيلتقي', not 'سيارة'."""

import re
from functools import cache

from khabar.knowledge.calendar import context_words
from khabar.language.normalise import fold

_WITH_PARTICLE = re.compile(r"س[يتن]\w{2,}")


def tells_future(form: str) -> bool:
    """Whether a folded word, with nothing before it, has the shape of a verb of the future and is no noun or name."""
    return _WITH_PARTICLE.fullmatch(form) is not None and not form.startswith(_nouns())


@cache
def _nouns() -> tuple[str, ...]:
    return tuple(sorted({fold(word) for word in context_words("not-future")}))
