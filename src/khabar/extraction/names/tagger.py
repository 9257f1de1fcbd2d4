"""Names told by the learned weights of clues: of all ways to label the words, the likeliest."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TypeAlias

from khabar.extraction.names.clues import AFTER, BEFORE, EDGE, IsWord, clues_of_setting, clues_of_word
from khabar.extraction.names.words import Words
from khabar.knowledge.name_model import NameModel, Weights, name_model
from khabar.language.remembered import remembered

Place: TypeAlias = tuple[str, str, str]  # what stands before, here and after
_MOST_KEPT = 65_536  # scores of neighbours
_NEVER = -1e9  # a score that no sum of weights comes near


@dataclass(frozen=True, slots=True)
class Tagged:
    """A stretch of words that the model takes for a name."""

    first: int  # token range, half-open
    last: int
    label: str  # PER, LOC or ORG
    odds: float  # by how much (natural logarithm) likelier it is than that nothing is named here


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with what it speaks for: its own label, the label after it, the label before it."""

    own: Weights
    for_next: Weights
    for_last: Weights


class Tagger:
    """A model at work, with the scores that were met before."""

    def __init__(self, model: NameModel, is_word: IsWord) -> None:
        self._model = model
        self._is_word = is_word
        self._none = (0.0,) * len(model.labels)
        self._before = {clue[1:]: weights for clue, weights in model.clues.items() if clue[0] == BEFORE}
        self._after = {clue[1:]: weights for clue, weights in model.clues.items() if clue[0] == AFTER}
        self._begins, self._ends = self._sum((EDGE,), self._before), self._sum((EDGE,), self._after)
        self._words: Callable[[str], _Word] = remembered(partial(self._word, True))
        self._marks: Callable[[str], _Word] = remembered(partial(self._word, False))
        self._settings: dict[Place, Weights] = {}
        self._follows = model.follows
        begins = {label[2:]: b for b, label in enumerate(model.labels) if label[0] == "B"}
        # what goes on with a name, what begins it (I-PER, B-PER), and what following either adds
        self._inside = [
            (to, begins[label[2:]], model.follows[begins[label[2:]]][to], model.follows[to][to])
            for to, label in enumerate(model.labels)
            if label[0] == "I"
        ]
        outside = [to for to, label in enumerate(model.labels) if label[0] != "I"]
        # So far may no name at all be behind a name, and yet be likelier before whatever does not go on with one.
        self._most_lost = max(
            model.follows[b][to] - model.follows[0][to] for b in range(1, len(outside)) for to in outside
        )
        # for each label what following each other one adds; I-PER follows B-PER and I-PER only
        self._into = [
            [
                model.follows[b][to] if label[0] != "I" or before[2:] == label[2:] else _NEVER
                for b, before in enumerate(model.labels)
            ]
            for to, label in enumerate(model.labels)
        ]

    def tagged(self, words: Words, settings: Sequence[str]) -> Iterator[Tagged]:
        """Every name that the model sees in a text, sentence by sentence."""
        for first, last in words.analysed.sentences:
            scores = self.scores(words, settings, first, last)
            path = self.likeliest(scores)
            yield from self._named(first, scores, path)

    def scores(self, words: Words, settings: Sequence[str], first: int, last: int) -> list[list[float]]:
        """How much speaks for each label of each word of a sentence, its neighbours' labels aside."""
        of_word, of_mark, places = self._words, self._marks, self._settings
        told = [
            of_word(form) if is_word else of_mark(form)
            for form, is_word in zip(words.forms[first:last], words.words[first:last], strict=True)
        ]
        here, after = settings[first:last], [*settings[first + 1 : last], EDGE]
        around = [
            places.get(place) or self._score_of_setting(place)
            for place in zip([EDGE, *here], here, after, strict=False)
        ]
        left = [self._begins, *(word.for_next for word in told)]
        right = [*(word.for_last for word in told[1:]), self._ends]
        return [
            [a + b + c + d for a, b, c, d in zip(word.own, before, after, place, strict=True)]
            for word, before, after, place in zip(told, left, right, around, strict=False)
        ]

    def likeliest(self, scores: Sequence[Sequence[float]]) -> list[int]:
        """Of all ways to label a sentence the one with the most behind it (Viterbi): label indexes."""
        best = [score if self._may_begin(label) else _NEVER for label, score in enumerate(scores[0])]
        came_from: list[list[int]] = []
        for word in scores[1:]:
            most = best[0] - max(best[1:]) > self._most_lost
            best, origins = self._from_no_name(best, word) if most else self._from_any(best, word)
            came_from.append(origins)
        path = [max(range(len(best)), key=best.__getitem__)]
        for origins in reversed(came_from):
            path.append(origins[path[-1]])
        return path[::-1]

    def _from_any(self, best: Sequence[float], word: Sequence[float]) -> tuple[list[float], list[int]]:
        """For each label of a word the most that leads to it, and from which other."""
        origins: list[int] = []
        arrived: list[float] = []
        for gains, score in zip(self._into, word, strict=True):
            steps = [a + b for a, b in zip(best, gains, strict=True)]
            strongest = max(steps)
            arrived.append(strongest + score)
            origins.append(steps.index(strongest))
        return arrived, origins

    def _from_no_name(self, best: Sequence[float], word: Sequence[float]) -> tuple[list[float], list[int]]:
        """The same where no name is the likeliest before all that does not go on with one, as nearly everywhere."""
        none = best[0]
        arrived = [none + gain + score for gain, score in zip(self._follows[0], word, strict=True)]
        origins = [0] * len(arrived)
        for inside, begin, after_begin, after_inside in self._inside:
            begun, gone_on = best[begin] + after_begin, best[inside] + after_inside
            longer = gone_on > begun
            arrived[inside] = (gone_on if longer else begun) + word[inside]
            origins[inside] = inside if longer else begin
        return arrived, origins

    def _may_begin(self, label: int) -> bool:
        return self._model.labels[label][0] != "I"

    def _named(self, start: int, scores: Sequence[Sequence[float]], path: Sequence[int]) -> Iterator[Tagged]:
        labels = self._model.labels
        first = 0
        while first < len(path):
            last = first + 1
            if path[first]:
                while last < len(path) and labels[path[last]][0] == "I":
                    last += 1
                odds = self._odds(scores, path, first, last)
                yield Tagged(start + first, start + last, labels[path[first]][2:], odds)
            first = last

    def _odds(self, scores: Sequence[Sequence[float]], path: Sequence[int], first: int, last: int) -> float:
        """What speaks for these labels less what speaks for none, all others as they are."""
        none = [*path[:first], *[0] * (last - first), *path[last:]]
        reach = range(max(first - 1, 0), min(last + 1, len(path)))
        return self._strength(scores, path, reach) - self._strength(scores, none, reach)

    def _strength(self, scores: Sequence[Sequence[float]], path: Sequence[int], reach: range) -> float:
        follows = self._model.follows
        own = sum([scores[at][path[at]] for at in reach], 0.0)
        return own + sum([follows[path[at]][path[at + 1]] for at in reach[:-1]], 0.0)

    def _word(self, is_arabic_word: bool, form: str) -> _Word:
        clues = clues_of_word(form, is_arabic_word, self._is_word)
        return _Word(
            self._sum(clues.own, self._model.clues),
            self._sum(clues.beside, self._before),
            self._sum(clues.beside, self._after),
        )

    def _score_of_setting(self, place: Place) -> Weights:
        if len(self._settings) >= _MOST_KEPT:
            self._settings.clear()
        found = self._settings[place] = self._sum(clues_of_setting(*place), self._model.clues)
        return found

    def _sum(self, clues: Iterable[str], table: Mapping[str, Weights]) -> Weights:
        weights = list(filter(None, map(table.get, clues)))
        return tuple(map(sum, zip(*weights, strict=True))) if weights else self._none


@cache
def tagger(is_word: IsWord) -> Tagger:
    """The shipped model at work."""
    return Tagger(name_model(), is_word)
