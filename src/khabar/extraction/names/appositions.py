"""Titles behind the name that they belong to: 'زيبين، مستشار الأمن', 'مع سالم القحطاني وزير التجارة'."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class
from khabar.extraction.names.coreference import Ledger, attached
from khabar.extraction.names.offices import has_held
from khabar.extraction.names.registry import Thing
from khabar.extraction.names.speakers import only_says
from khabar.extraction.names.titles import TitlePhrase
from khabar.extraction.names.words import folded_function_words
from khabar.values.entity import Kind

_OPENS_QUOTE = frozenset({":", '"', "«", "“"})


@dataclass(frozen=True, slots=True)
class Beside:
    """What is needed to tell to which name before it a title belongs."""

    ledger: Ledger
    ending: Mapping[int, Candidate]  # people's names by the token behind them
    opening: Mapping[int, int]  # where the title before a name begins, by where the name does
    things: Mapping[int, Thing]  # by where the name begins
    opens_speech: Callable[[str], bool]

    def bearer(self, phrase: TitlePhrase) -> Thing | None:
        """The person whose name stands right before the title, a comma between or none."""
        if phrase.plural or phrase.honorific or self.ledger.words.tokens[phrase.first].start != phrase.start:
            return None
        comma = phrase.first - 1
        if self.ledger.words.form(comma) == "،" and (name := self.ending.get(comma)):
            return self.things[name.first]
        bare = self.ending.get(phrase.first)
        if bare and phrase.definite and self.ledger.words.touches(phrase.first) and self._is_of(phrase, bare):
            return self.things[bare.first]
        return None

    def _is_of(self, phrase: TitlePhrase, name: Candidate) -> bool:
        """Whether the title is told of the name before it, and is no other person: 'التقى بوتين الرئيس الصيني'."""
        person = self.things[name.first]
        if phrase.country and has_held(self.ledger.words, person, phrase, self.ledger.day):
            return True
        return person.known is None and (self._governed(name) or self._is_speaker(name, phrase))

    def _governed(self, name: Candidate) -> bool:
        """Whether a preposition before the name leaves no verb to which the title could be subject or object."""
        words, first = self.ledger.words, self.opening.get(name.first, name.first)
        start = name.start if first == name.first else words.tokens[first].start
        if attached(words, first, start).removeprefix("و") in {"ل", "ب"}:
            return True
        before = words.form(first - 1) if first and words.touches(first) else ""
        return before in folded_function_words("preposition") and words.form(first - 2) not in folded_class("asked_of")

    def _is_speaker(self, name: Candidate, phrase: TitlePhrase) -> bool:
        """Whether a verb that takes nobody as object has them as subject: 'قال سالم القحطاني وزير التجارة إن'."""
        words, first = self.ledger.words, self.opening.get(name.first, name.first)
        says = first > 0 and words.touches(first) and only_says(words.form(first - 1))
        return says and (self.opens_speech(words.form(phrase.last)) or words.form(phrase.last) in _OPENS_QUOTE)


def beside(
    ledger: Ledger,
    kept: Iterable[Candidate],
    titles: Iterable[TitlePhrase],
    things: Mapping[int, Thing],
    opens_speech: Callable[[str], bool],
) -> Beside:
    """The same for the names and titles of one report."""
    ending = {name.last: name for name in kept if name.kind is Kind.PERSON}
    return Beside(ledger, ending, {title.last: title.first for title in titles}, things, opens_speech)
