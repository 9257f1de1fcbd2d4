"""What can be seen of two sentences beside one another: what they share, and in what they stand against one another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from khabar.knowledge.opposites import opposites
from khabar.language.normalise import fold
from khabar.language.numerals import numbers_in
from khabar.language.spelling import bare_key
from khabar.language.tokens import tokens_in
from khabar.resolution.phrases import phrases_for
from khabar.resolution.stems import is_empty, roots, trunks
from khabar.values.entity import Entity, Kind

_SHARES = (0.15, 0.3, 0.45, 0.6, 0.75, 0.9)  # bounds of the shares of words that two sentences have in common
_LEFT = (0, 1, 2, 4)  # bounds of the number of words that one of them has alone
_HARDLY = 1  # words alone; two sentences that differ by no more differ by the 'not' that one of them has
_NAMED = (Kind.COUNTRY, Kind.PLACE, Kind.PERSON, Kind.ORGANISATION)
_QUESTION_MARK = "؟"

Cue = tuple[str, str]  # its name, and the words that show it; empty: all words do


@dataclass(frozen=True, slots=True)
class Word:
    """A word that tells something, with all that may be left of it without affixes."""

    form: str
    trunks: frozenset[str]
    stems: frozenset[str]

    def same_as(self, other: "Word") -> bool:
        """Whether the two are forms of one word, or words put for one another and not against one another."""
        if not self.trunks.isdisjoint(other.trunks):
            return True
        return not (self.stems.isdisjoint(other.stems) or self.excludes(other))

    def excludes(self, other: "Word") -> bool:
        """Whether they stand on different sides of every entry that has both; on one side they may be said alike."""
        here, there = opposed_by(self.form), opposed_by(other.form)
        both = here.keys() & there.keys()
        return bool(both) and all(here[entry] != there[entry] for entry in both)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is compared."""

    text: str
    forms: tuple[str, ...]  # of all words
    words: tuple[Word, ...]  # those that tell something
    names: Mapping[Kind, Mapping[str, str]]  # by kind and key: as the sentence has them


def sentence_of(text: str, named: Iterable[Entity]) -> Sentence:
    """A sentence with those whom it names."""
    forms = tuple(t.form for t in tokens_in(text) if t.kind == "word")
    words = tuple(Word(f, trunks(f), frozenset(roots(f))) for f in forms if opposed_by(f) or not is_empty(f))
    names: dict[Kind, dict[str, str]] = {kind: {} for kind in _NAMED}
    for entity in named:
        if entity.kind in names:
            names[entity.kind][entity.known_as or bare_key(entity.name)] = entity.name
    return Sentence(text, forms, words, names)


def cues_between(one: Sentence, other: Sentence) -> dict[str, str]:
    """Every cue with the words that show it; the same cues for either order."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, shown in _cues(one, other):
        found[name].append(shown)
    return {name: "; ".join(dict.fromkeys(filter(None, shown))) for name, shown in sorted(found.items())}


def _cues(one: Sentence, other: Sentence) -> Iterator[Cue]:
    here, there = _alone(one, other), _alone(other, one)
    yield from _shared((one, here), (other, there))
    yield from _opposed(here, there)
    yield from _crossed(one, other)
    yield from _undone(one, other, max(len(here), len(there)))
    yield from _figures(one.text, other.text)
    yield from _named(one, other)
    yield from _asked(one, other)


def _alone(one: Sentence, other: Sentence) -> list[Word]:
    """The words of one sentence that the other has not."""
    return [word for word in one.words if not any(word.same_as(w) for w in other.words)]


def _shared(*both: tuple[Sentence, Sequence[Word]]) -> Iterator[Cue]:
    shares = sorted(1 - len(alone) / len(s.words) if s.words else 0.0 for s, alone in both)
    left = sorted(len(alone) for _, alone in both)
    for which, share, count in zip(("least", "most"), shares, left, strict=True):
        yield from ((f"{which}-shared-{bound}", "") for bound in _SHARES if share >= bound)
        yield from ((f"{which}-left-{bound}", "") for bound in _LEFT if count <= bound)


def _opposed(here: Sequence[Word], there: Sequence[Word]) -> Iterator[Cue]:
    pairs = [(a.form, b.form) for a in here for b in there if a.excludes(b)]
    yield from (("opposite-words", f"{a} / {b}") for a, b in pairs)
    if min(len({a for a, _ in pairs}), len({b for _, b in pairs})) > 1:
        yield "opposite-words-twice", ""


def _crossed(one: Sentence, other: Sentence) -> Iterator[Cue]:
    """Opposites that both stand before one and the same word: 'oil rises as stocks fall', 'as stocks rise'."""
    for a, mine in pairwise(one.words):
        for b, theirs in pairwise(other.words):
            if mine.same_as(theirs) and a.excludes(b):
                yield "opposite-of-the-same", f"{a.form} / {b.form}"


@lru_cache(maxsize=65536)
def opposed_by(form: str) -> Mapping[str, int]:
    """The entries of opposites that a word belongs to, each with the side on which it stands."""
    return {entry: side for trunk in trunks(form) for entry, side in _sides().get(trunk, ())}


@cache
def _sides() -> Mapping[str, Sequence[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for entry in opposites():
        for side, words in enumerate((entry.one, entry.other)):
            for trunk in (t for word in words for t in trunks(word)):
                found[trunk].append((entry.id, side))
    return found


def _undone(one: Sentence, other: Sentence, left: int) -> Iterator[Cue]:
    for entry in _undoers():
        here, there = (undoing(entry, sentence.forms) for sentence in (one, other))
        if bool(here) != bool(there):
            yield entry, "; ".join(here or there)
            if left <= _HARDLY and entry in _negating():
                yield "negated", "; ".join(here or there)


def undoing(entry: str, forms: Sequence[str]) -> list[str]:
    """The words that undo something by that entry; 'goes on' (لا يزال) undoes nothing."""
    words, idle = _undoers()[entry], phrases_for("no-negation").places_in(forms)
    return [
        form
        for at, form in enumerate(forms)
        if (form in words and at not in idle) or not (is_empty(form) or words.isdisjoint(trunks(form)))
    ]


@cache
def _negating() -> frozenset[str]:
    return frozenset(entry.id for entry in opposites() if entry.negates)


@cache
def _undoers() -> Mapping[str, frozenset[str]]:
    """What words undo, by entry: as they are written and as they are compared."""
    return {
        e.id: frozenset(f for word in e.undoes for f in (fold(word), *trunks(word))) for e in opposites() if e.undoes
    }


def _figures(one: str, other: str) -> Iterator[Cue]:
    first, second = ({f"{n.value:.12g}" for n in numbers_in(text)} for text in (one, other))
    if first & second:
        yield "same-figure", "; ".join(sorted(first & second))
    if first - second and second - first:
        yield "other-figure", f"{min(first - second)} / {min(second - first)}"
    elif bool(first) != bool(second):
        yield "figure-left-out", ""


def _named(one: Sentence, other: Sentence) -> Iterator[Cue]:
    for kind in _NAMED:
        first, second = one.names[kind], other.names[kind]
        mine, theirs = ([a[k] for k in sorted(a) if k not in b] for a, b in ((first, second), (second, first)))
        if mine and theirs:
            yield f"other-{kind}", f"{mine[0]} / {theirs[0]}"
        elif mine or theirs:
            yield f"{kind}-left-out", ""
        if first.keys() & second.keys():
            yield f"same-{kind}", ""


def _asked(one: Sentence, other: Sentence) -> Iterator[Cue]:
    asks = [_QUESTION_MARK in s.text or phrases_for("asks").stand_in(s.forms) for s in (one, other)]
    if any(asks):
        yield ("both-ask" if all(asks) else "only-one-asks"), ""
