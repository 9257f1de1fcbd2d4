"""One report while its events are read: its words, predicates, references, sayings and times."""

from bisect import bisect_left
from collections.abc import Iterator

from khabar.extraction.events.argument import Argument
from khabar.extraction.events.lexicon import closed, stands_at, ware_words, word_set
from khabar.extraction.events.predicates import Predicate, predicates_in
from khabar.extraction.references import Referents
from khabar.language.analysis import AnalysedText
from khabar.values.attribution import Attribution, Stance
from khabar.values.entity import Entity, EntityId, Kind
from khabar.values.moment import Moment
from khabar.values.timex import Timex
from khabar.values.why import SayingRule

BARE = ""  # the label of a noun phrase that stands behind no preposition
ATTACHED = ("ب", "ل", "ك")
LANDS = frozenset({Kind.PLACE, Kind.COUNTRY})
_OWNERS = frozenset({Kind.ORGANISATION, Kind.COUNTRY})
_ENDS_DEEDS = frozenset({".", "،"})
_SHORT = 4  # letters; in a shorter word the first is no preposition


class Scene:
    """One report while its events are read."""

    def __init__(
        self,
        analysed: AnalysedText,
        referents: Referents,
        times: tuple[Timex, ...],
        attributions: tuple[Attribution, ...],
        explains: bool = False,
    ) -> None:
        self.analysed, self.referents, self.times, self.attributions = analysed, referents, times, attributions
        self.explains = explains  # whether what is read shall say why
        self.forms: tuple[str, ...] = tuple([token.form for token in analysed.tokens])  # the folded words
        self.vocabulary = frozenset(self.forms)  # which tell attached prepositions from first letters
        self.predicates = predicates_in(analysed, referents)  # every event word and carrier
        self.predicate_at = {p.first: p for p in self.predicates}  # by their first token
        self._firsts = [p.first for p in self.predicates]
        # what stands in stretches that were looked at before: the same few are asked for again and again
        self.walked: dict[tuple[int, int, frozenset[int]], tuple[tuple[Argument, ...], int]] = {}
        # the tokens at which a saying is told of, and those of time expressions
        self.cues = frozenset([analysed.token_from(a.cue.start) for a in attributions if a.cue])
        declined = [a for a in attributions if a.cue and a.stance is Stance.DECLINES]
        self.silences = frozenset([analysed.token_from(a.cue.start) for a in declined if a.cue])  # who will not speak
        self.time_tokens = frozenset([at for t in times for at in range(*analysed.range_of(t.span))])
        self._sayings = self._innermost_sayings()
        self._by_id = {a.id: a for a in attributions}
        self._speakers = self._speakers_by_cue()
        found = [(analysed.token_from(t.span.start), t.moment) for t in times if t.moment]
        self._moments: tuple[tuple[int, Moment], ...] = tuple(sorted(found, key=_token))
        # every mention of a body or country by where it stands
        self._bodies = sorted(
            (m.start, m.end, e.id) for e in referents.entities if e.kind in _OWNERS for m in e.mentions
        )

    def _innermost_sayings(self) -> tuple[Attribution | None, ...]:
        """For each token the attribution in whose content it stands, but for what only answers it."""
        told = (a for a in self.attributions if not a.rule.endswith(SayingRule.VERB_TAKES_UP))  # told by others first
        ordered = sorted(told, key=lambda a: (a.content.start, -a.content.end))
        found: list[Attribution | None] = []
        opened: list[Attribution] = []
        following = 0
        for token in self.analysed.tokens:
            while following < len(ordered) and ordered[following].content.start <= token.start:
                opened.append(ordered[following])
                following += 1
            while opened and opened[-1].content.end <= token.start:
                opened.pop()
            found.append(opened[-1] if opened else None)
        return tuple(found)

    def saying_at(self, token: int) -> Attribution | None:
        """The innermost attribution in whose content a token stands."""
        return self._sayings[token]

    def around(self, saying: Attribution) -> Attribution | None:
        """The attribution in whose content another stands; None: the report itself tells it."""
        return self._by_id.get(saying.within or "")

    def _speakers_by_cue(self) -> dict[int, tuple[EntityId, ...]]:
        """The first speaker of the saying that a token is the cue of."""
        found: dict[int, tuple[EntityId, ...]] = {}
        for attribution in self.attributions:
            if attribution.cue and attribution.chain:
                first, last = self.analysed.range_of(attribution.cue)
                for at in range(first, last):
                    found.setdefault(at, attribution.chain[-1])
        return found

    def cued_by(self, token: int) -> tuple[EntityId, ...]:
        """Who speaks with the cue that a token is."""
        return self._speakers.get(token, ())

    def speaker_at(self, token: int) -> tuple[EntityId, ...]:
        """Who says what stands there, the innermost first speaker."""
        inner = self.saying_at(token)
        return inner.chain[-1] if inner and inner.chain else ()

    def moments_between(self, first: int, last: int) -> tuple[tuple[int, Moment], ...]:
        """The times said in a range of tokens, with the token that each begins with."""
        if not self._moments:
            return ()
        low = bisect_left(self._moments, first, key=_token)
        return self._moments[low : bisect_left(self._moments, last, key=_token)]

    def has_verb(self, token: int) -> bool:
        """Whether a verb that tells or carries an event stands at a token."""
        verb = self.predicate_at.get(token)
        return verb is not None and verb.verbal

    def predicates_before(self, token: int, reach: int) -> Iterator[Predicate]:
        """The predicates of the same sentence before a token, the nearest first, at most so many tokens away."""
        first = max(self.analysed.sentence_at(token)[0], token - reach)
        for place in range(bisect_left(self._firsts, token) - 1, -1, -1):
            if self._firsts[place] < first:
                return
            yield self.predicates[place]

    def deeds_from(self, first: int, reach: int) -> Iterator[Predicate]:
        """The event nouns from right behind a word up to a comma, a full stop, a verb or its sentence's end."""
        for place in range(first, min(self.analysed.sentence_at(first - 1)[1], first + reach)):
            deed = self.predicate_at.get(place)
            if self.forms[place] in _ENDS_DEEDS or (deed and deed.verbal):
                return
            if deed and deed.words:
                yield deed

    def of_ware(self, start: int, first: int) -> bool:
        """Whether a noun phrase opens with goods, so that the name in it is their make: a car "Aurus"."""
        return start < first and stands_at(ware_words(), self.forms, start) > 0

    def entity(self, name: EntityId) -> Entity:
        """The entity of that id."""
        return self.referents.by_id[name]

    def owner_inside(self, name: EntityId) -> EntityId | None:
        """The body or country that is named inside the words for a group: gunmen of the movement."""
        for span in self.entity(name).mentions:
            place = bisect_left(self._bodies, (span.start + 1, 0, ""))
            if place < len(self._bodies) and self._bodies[place][1] <= span.end:
                return self._bodies[place][2]
        return None

    def attached_preposition(self, at: int) -> str:
        """The preposition attached to a word that no reference begins with; empty where it may be a letter."""
        predicate = self.predicate_at.get(at)
        if predicate:
            return next((c for c in predicate.proclitics if c in ATTACHED), BARE)
        form = self.forms[at]
        if at and self.forms[at - 1] in closed("preposition"):
            return BARE  # عن بحارة: behind a preposition stands no second one
        plain = form[1:] if form[0] in "وف" and len(form) > _SHORT else form
        if form[0] == "ف" and plain is not form:  # فلسطيني holds no particle
            known = plain.startswith(("لل", "بال")) or {plain[1:], "ال" + plain[1:]} & self.vocabulary
            plain = plain if known else form
        if len(plain) < _SHORT or {form, plain} & word_set("first_letters"):
            return BARE
        if plain.startswith(("لل", "بال", "كال")) or plain[0] in ("ب", "ل"):
            return plain[0]
        rest = plain[1:]
        return plain[0] if plain[0] in ATTACHED and {rest, "ال" + rest} & self.vocabulary else BARE


def _token(placed: tuple[int, Moment]) -> int:
    return placed[0]
