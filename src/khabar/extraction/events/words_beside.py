"""What a word may name: the entries whose words stand beside it that they ask for, and none that they forbid."""

from khabar.extraction.events.lexicon import PHRASE_MARK, bare, closed, folded, stand_between, stands_at, word_set
from khabar.knowledge.event_words import Carrier, EventWord, carriers, event_words_by_id
from khabar.language.lexemes import Analysis

_AHEAD, _BEHIND = 9, 4  # how far from an event word a word may stand that it asks for
_ASIDE = 14  # tokens of an aside between commas, at most
_COMMA = "،"
_WITHOUT = 6  # how far behind it one that it forbids


def words_named(analyses: list[Analysis], forms: tuple[str, ...], at: int) -> tuple[tuple[EventWord, ...], int]:
    """The event words that analyses of a word may name, the likeliest first, and how many tokens that one takes."""
    ranked: dict[str, tuple[int, EventWord, int]] = {}
    for analysis in analyses:
        name, _, number = analysis.entry.partition(PHRASE_MARK)
        word = event_words_by_id().get(name)
        # whom he appointed, عينه: no noun
        whom = at > 0 and forms[at - 1] in closed("relative") and bool(analysis.enclitic)
        if word is None or (_other_word(word, forms[at]) and not whom):
            continue
        length = _phrase_length(word, number, forms, at)
        if length and _fits(
            word, forms, at, length, pointing=bool(analysis.enclitic) and analysis.inflection.tense.finite
        ):
            rank = 0 if number else 1 if word.beside else 2
            ranked.setdefault(name, (rank, word, length))
    best = sorted(ranked.values(), key=lambda item: item[0])
    return tuple(word for _, word, _ in best), best[0][2] if best else 1


def carries(name: str, form: str) -> bool:
    """Whether an entry is a verb that carries event nouns and such a form is one of it."""
    return name in carriers() and not _other_word(carriers()[name], form)


def _other_word(word: EventWord | Carrier, form: str) -> bool:
    return bool(word.not_forms) and any((part,) in folded(word.not_forms) for part in bare(form))


def _phrase_length(word: EventWord, number: str, forms: tuple[str, ...], at: int) -> int:
    if not number:
        return 1
    phrase = word.phrases[int(number)]
    return stands_at(folded((" ".join(phrase),)), forms, at)


def _fits(word: EventWord, forms: tuple[str, ...], at: int, length: int, *, pointing: bool) -> bool:
    """Whether the words stand beside it that it asks for; `pointing`: a pronoun may stand for one named before."""
    end = at + length
    reach = 8 if at and forms[at - 1] in closed("relative", "whoever", "of_whoever") else 2
    if word.not_after and _near(word.not_after, forms, max(0, at - reach), at):
        return False
    if word.without and _near(word.without, forms, end, end + _WITHOUT, to_whom=not word.sends):
        return False
    if not word.beside:
        return True
    begin = 0 if pointing else max(0, at - _BEHIND)
    ahead = _near(word.beside, forms, end, _ahead(forms, end), to_whom=not word.sends)
    return ahead or _near(word.beside, forms, begin, at)


def _ahead(forms: tuple[str, ...], end: int) -> int:
    """How far ahead a word is looked for; an aside behind a name takes nothing of it: got, so they say there, arms."""
    opening = next((at for at in range(end, min(end + _AHEAD, len(forms))) if forms[at] == _COMMA), len(forms))
    closing = next((at for at in range(opening + 1, min(opening + _ASIDE, len(forms))) if forms[at] == _COMMA), opening)
    return end + _AHEAD + closing - opening


def _near(words: frozenset[str], forms: tuple[str, ...], first: int, last: int, *, to_whom: bool = True) -> bool:
    """Whether one of the words stands there; `to_whom`: those too that tell to whom or aboard what things are sent."""
    places = stand_between(folded(words), forms, first, last)
    if to_whom:
        return bool(places)
    return any(forms[at - 1] not in word_set("not_sent_behind") for at in places)
