"""Words that stand in many reports whatever they tell, and how much it tells that two statements share one."""

from functools import cache

from khabar.knowledge.files import entries


@cache
def common_words() -> tuple[tuple[float, tuple[str, ...]], ...]:
    """Each band, the commonest first: how much one of its words tells, of one for any word that is in none."""
    return tuple((float(entry["telling"]), tuple(entry["words"])) for entry in entries("ar/common_words.yaml"))
