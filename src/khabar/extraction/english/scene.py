"""One English report as its grammar looks at it: words, references, dates."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from khabar.extraction.references import Reference, Referents
from khabar.knowledge.english.counted import numerals
from khabar.language.analysis import Range
from khabar.language.english.phrases import single, used_as
from khabar.language.english.text import EnglishText
from khabar.language.quotes import Quote
from khabar.values.entity import Entity, EntityId, Kind
from khabar.values.timex import Timex

_HOPS = 4  # phrases behind a noun that still belong to it: 'residents of the port in the south'
_APPOSITION = 25  # tokens between two commas
_DATELINE = 10  # tokens
_ADVERB = "ly"


@dataclass(frozen=True, slots=True)
class Party:
    """Who stands in a role: entities named together, or a pronoun."""

    first: int
    last: int
    entities: tuple[EntityId, ...] = ()  # empty: a pronoun
    pronoun: str = ""


@dataclass(frozen=True)
class Scene:
    """Everything that is known of a report before it is asked who says and does what."""

    text: EnglishText
    referents: Referents
    times: tuple[Timex, ...]
    explains: bool = False  # whether what is read shall say why

    @cached_property
    def dated(self) -> dict[int, int]:
        """The first token of each date with the token behind it, a preposition before it counted."""
        found = {}
        for timex in self.times:
            first, last = self.text.analysed.range_of(timex.span)
            found[first] = last
            if self.text.form(first - 1) in ("on", "in", "late", "early", "since"):
                found[first - 1] = last
        return found

    def dates_in(self, stretch: Range) -> list[tuple[Range, Timex]]:
        """The dates that stand in a stretch, each with its tokens."""
        first = bisect_left(self._dates, stretch[0], key=lambda one: one[0][0])
        inside = takewhile(lambda one: one[0][1] <= stretch[1], self._dates[first:])
        return list(inside)

    @cached_property
    def _dates(self) -> list[tuple[Range, Timex]]:
        return [(self.text.analysed.range_of(timex.span), timex) for timex in self.times]

    def paragraph(self, at: int) -> int:
        """The number of the paragraph that a token stands in."""
        return bisect_right(self.text.analysed.paragraphs, (at, len(self.text.forms) + 1)) - 1

    @cached_property
    def date_before(self) -> dict[int, int]:
        """The token behind each date with its first token."""
        return {last: first for first, last in sorted(self.dated.items(), reverse=True)}

    @cached_property
    def quote_from(self) -> dict[int, Quote]:
        """Quotations by the token of their opening mark."""
        return {quote.first - 1: quote for quote in self.text.analysed.quotes if quote.depth == 0}

    @cached_property
    def quote_until(self) -> dict[int, Quote]:
        """Quotations by the token of their closing mark."""
        return {self._closing(quote): quote for quote in self.text.analysed.quotes if quote.depth == 0}

    def _closing(self, quote: Quote) -> int:
        """The mark that closes a quotation; what stands before it is not always counted in."""
        ends = range(quote.last, min(quote.last + 3, len(self.text.forms)))
        return next((at for at in ends if self.text.form(at) in single("closing")), quote.last)

    def quote_over(self, at: int) -> Quote | None:
        """The quotation that a token stands in."""
        place = bisect_right(self._quotes, at, key=lambda quote: quote.first) - 1
        return self._quotes[place] if place >= 0 and at < self._quotes[place].last else None

    @cached_property
    def _quotes(self) -> list[Quote]:
        return [quote for quote in self.text.analysed.quotes if quote.depth == 0]

    def entity(self, reference: Reference) -> Entity:
        """The entity of a reference."""
        return self.referents.by_id[reference.entities[0]]

    def kind(self, entity_id: EntityId) -> Kind:
        """The kind of an entity."""
        return self.referents.by_id[entity_id].kind

    def reference_from(self, at: int) -> Reference | None:
        """The reference that begins at a token, an article before it left out; not an adjective."""
        while self.text.form(at) in single("article"):
            at += 1
        found = self.referents.at(at)
        return found if found and found.first == at and found.how != "adjective" else None

    def reference_until(self, last: int) -> Reference | None:
        """The reference that ends before a token; not an adjective."""
        found = self.referents.at(last - 1) if last > 0 else None
        return found if found and found.last == last and found.how != "adjective" else None

    def party_from(self, at: int) -> Party | None:
        """Who is named from a token on, those together with him among them."""
        reference = self.reference_from(at)
        if reference is None:
            return None
        named, last = list(reference.entities), reference.last
        while self.text.form(last) in ("and", ","):
            more = self.reference_from(last + 1)
            listed = more and (self.text.form(last) == "and" or self._goes_on(more.last))
            if not more or not listed:
                break
            named += more.entities
            last = more.last
        return Party(reference.first, last, tuple(dict.fromkeys(named)))

    def _goes_on(self, last: int) -> bool:
        return self.text.form(last) in ("and", ",") and self.reference_from(last + 1) is not None

    def party_until(self, end: int, begin: int) -> Party | None:
        """Who stands before a verb whose words begin at `end`, within a stretch that begins at `begin`."""
        at = self._without_adverbials(end, begin)
        for _ in range(_HOPS):
            if at <= begin:
                return None
            if self.text.form(at - 1) == ",":
                at = at - 1 if self._holds_apposition(at - 1) else self._before_apposition(at - 1, begin)
            elif self.text.form(at - 1) in single("relative"):
                at -= 1 + (self.text.form(at - 2) == ",")
            elif self.text.form(at - 1) in (*single("he"), *single("it")):
                return Party(at - 1, at, (), self.text.form(at - 1))
            else:
                reference = self.reference_until(at)
                if reference is None:
                    return None
                before = self._head_before(reference)
                if before is None or self._counts(before):
                    return self._with_others(reference, begin)
                at = before
        return None

    def _without_adverbials(self, end: int, begin: int) -> int:
        at = end
        while at > begin:
            if at in self.date_before:
                at = self.date_before[at]
            elif self.text.form(at - 1).endswith(_ADVERB) or self.text.form(at - 1) in ("on", "late", "also"):
                at -= 1
            else:
                break
        return at

    def _holds_apposition(self, end: int) -> bool:
        """Whether the words before a comma name somebody with an office and a comma between."""
        reference = self.reference_until(end)
        return reference is not None and "," in self.text.forms[reference.first : reference.last]

    def _before_apposition(self, comma: int, begin: int) -> int:
        """The place before the comma that opens what stands between two."""
        for at in range(comma - 1, max(begin, comma - _APPOSITION), -1):
            if self.text.form(at) == "," and self.reference_until(at):
                return at
        return begin

    def _head_before(self, reference: Reference) -> int | None:
        """Where the noun ends that a name behind a preposition belongs to; None: no preposition stands before it."""
        at = reference.first
        while self.text.form(at - 1) in single("article"):
            at -= 1
        if self.text.form(at - 1) in single("preposition") and self.text.form(at - 1) != "than":
            return at - 1
        return None

    def _counts(self, end: int) -> bool:
        """Whether the words before a preposition only count: 'thousands of Jordanians'."""
        return self.text.form(end) == "of" and self.text.form(end - 1) in numerals()

    def _with_others(self, reference: Reference, begin: int) -> Party:
        named, first = list(reference.entities), reference.first
        while first > begin and (before := self._listed_before(first)):
            named = [*before.entities, *named]
            first = before.first
        return Party(first, reference.last, tuple(dict.fromkeys(named)))

    def _listed_before(self, first: int) -> Reference | None:
        while self.text.form(first - 1) in single("article"):
            first -= 1
        if self.text.form(first - 1) != "and":
            return None
        return self.reference_until(first - 1)

    def sentence(self, at: int) -> Range:
        """The sentence of a token without the marks at its end."""
        first, last = self.text.sentence(at)
        while last > first and not self.text.is_word(last - 1) and self.text.analysed.tokens[last - 1].kind == "mark":
            last -= 1
        return first, last

    def behind_dateline(self, first: int) -> int:
        """Where a sentence begins behind 'CAIRO (Reuters) -'."""
        for at in range(first + 1, min(first + _DATELINE, len(self.text.forms))):
            if self.text.form(at) in single("dash") and not self.text.touching(at):
                words = [i for i in range(first, at) if self.text.is_word(i)]
                shouted = [i for i in words if self.text.written[i].isupper() or self.text.form(i - 1) == "("]
                return at + 1 if words[:1] == shouted[:1] else first
        return first

    def statement_at(self, at: int) -> int:
        """How many tokens 'in a statement' takes at a token."""
        found = used_as("statement").at(self.text.forms, at)
        return found[0] if found else 0
