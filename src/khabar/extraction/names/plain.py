"""A name as it is written where no particle governs it and no hashtag holds it."""

from functools import cache

from khabar.knowledge.name_words import group_heads, organisation_heads, place_heads, titles
from khabar.language.normalise import fold

_GOVERNED = "لل"  # ل with the article, which loses its alef
_ARTICLE = "ال"
_LAM = "ل"
_OF_RELATION = ("ية", "يا")
_FROM_HASHTAGS = str.maketrans({"#": " ", "_": " "})


def plain_name(written: str) -> str:
    """The bare name: القوات المسلحة of للقوات المسلحة, اللجنة العليا of للجنة العليا, سعد الحريري of سعد #الحريري."""
    name = " ".join(written.translate(_FROM_HASHTAGS).split())
    if not name.startswith(_GOVERNED):
        return name
    first, *more = name.split()
    if fold(first)[1:] not in _nouns_in_lam():
        return _ARTICLE + name[2:]
    bare = name[1:]  # whose field may follow, or what describes it: للجنة الدفاع, للجنة العليا
    return bare if more and not more[0].endswith(_OF_RELATION) else _ARTICLE + bare


@cache
def _nouns_in_lam() -> frozenset[str]:
    """Nouns that open names and begin with a ل, which after للـ is written once: لجنة."""
    listed = (organisation_heads(), place_heads(), group_heads(), titles())
    written = (form.text for heads in listed for head in heads for form in head.forms)
    return frozenset(form for form in map(fold, written) if form.startswith(_LAM))
