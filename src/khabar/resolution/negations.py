"""Words that say no, whatever sentence they stand in: where a negation is, of what, and what is called untrue."""

from collections.abc import Sequence
from functools import cache

from khabar.knowledge.function_words import function_words
from khabar.language.normalise import fold
from khabar.language.number_words import number_word
from khabar.resolution.phrases import phrases_for
from khabar.resolution.stems import stems

_DEFINITE = ("ال", "وال", "بال", "لل", "وبال", "ولل")
_POSSESSED = ("ه", "ها", "هم", "نا")
_BEFORE_FORGED = 8  # tokens from a document to its being called forged: 'the paper that they passed round is forged'
_TO_NUMBER = 4  # words from 'does not exceed' to how many: 'so far', 'in all'
REACH = 3  # words after a negation, function words not counted, that it may be of


def is_definite(form: str) -> bool:
    """Whether a noun has the article or is somebody's."""
    return form.startswith(_DEFINITE) or form.endswith(_POSSESSED)


@cache
def relatives() -> frozenset[str]:
    """The relative pronouns, folded."""
    return frozenset(map(fold, function_words("relative", "whoever", "of_whoever")))


def calls_untrue(forms: Sequence[str]) -> bool:
    """Whether words call something untrue, or forged a document that was told of."""
    if phrases_for("untrue").stand_in(forms):
        return True
    # a war or a step that 'was a mistake' took place
    if any(phrases_for("tellable").stand_in(forms[:at]) for at in phrases_for("mistaken").places_in(forms)):
        return True
    # after a word with the article it is said of the document; after one without, an attribute: 'forged passports'
    told = [at for at in phrases_for("forged").places_in(forms) if at == 0 or forms[at - 1].startswith(_DEFINITE)]
    return any(at == 0 or phrases_for("document").stand_in(forms[max(at - _BEFORE_FORGED, 0) : at]) for at in told)


def negations_in(forms: Sequence[str]) -> list[int]:
    """Where a particle of negation stands, but for phrases that only open with one: لا تزال, ما لا يقل."""
    places = phrases_for("negation").places_in(forms)
    if not places:
        return []
    nothing = {*phrases_for("no-negation").places_in(forms), *_bounds_in(forms)}
    return [at for at in places if at not in nothing]


def _bounds_in(forms: Sequence[str]) -> list[int]:
    """Where words tell how many at most: 'does not so far exceed 1,500', not 'did not exceed what is allowed'."""
    return [
        at
        for at in phrases_for("bound").places_in(forms)
        if any(_is_count(form) for form in forms[at + 2 : at + 2 + _TO_NUMBER])
    ]


def _is_count(form: str) -> bool:
    number = number_word(form)
    return number is not None and number.role != "ordinal"


def after_negation(forms: Sequence[str], negations: Sequence[int], words: int) -> frozenset[str]:
    """Stems of the words behind each negation, so many of them; function words are not counted."""
    found: set[str] = set()
    for at in negations:
        telling = [told for form in forms[at + 1 : at + 1 + 2 * REACH] if (told := stems(form))]
        found.update(stem for told in telling[:words] for stem in told)
    return frozenset(found)
