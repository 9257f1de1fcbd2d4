"""The checkable happening that a statement tells as a fact, and whether two statements tell the same one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from khabar.extraction.english.forms import ENGLISH_RULE, is_surely_verb
from khabar.extraction.events.lexicon import event_lexemes
from khabar.knowledge.actors import organisation_by_id
from khabar.knowledge.english.speech import views as english_views
from khabar.knowledge.event_words import Gives, carriers
from khabar.knowledge.function_words import function_words
from khabar.knowledge.speech import speech_cues_by_id
from khabar.language.analysis import AnalysedText
from khabar.language.normalise import fold
from khabar.resolution.phrases import phrases_for
from khabar.resolution.statements import SPEECH_ACTS, Statement
from khabar.resolution.stems import is_empty
from khabar.values.actor import ActorId
from khabar.values.attribution import Attribution, Stance
from khabar.values.entity import Kind
from khabar.values.event import Event, EventType, Status
from khabar.weighing.matter import Matter
from khabar.weighing.roles import MEETINGS, agree, days_of, may_coincide
from khabar.weighing.sides import party, principals

# What somebody other than the doer can see happen. A stance, a promise, a demand or an accusation is nobody else's to
# confirm.
CHECKABLE = frozenset(
    {EventType.ASSAULT, EventType.TRANSFER, EventType.TEST, EventType.CONSULT, EventType.AGREE, EventType.MOBILIZE}
    | {EventType.COERCE, EventType.SANCTION, EventType.APPOINT, EventType.DISMISS, EventType.PROTEST}
    | {EventType.RETREAT, EventType.AID}
)
_SINGLE = (Kind.PLACE, Kind.PERSON)
_A_DAY = 2  # days; 'on the night of Thursday to Friday' is two
_STANCES = SPEECH_ACTS | {EventType.SUPPORT, EventType.CONCEDE}
_BEFORE_VERB = 4  # words before the verb of a clause: its subject; after more it is the verb of something inside
_BEFORE_NOUN = 1  # words before a noun that is the event told: 'launched raids'; after more it is something's attribute


@dataclass(frozen=True, slots=True)
class Happening:
    """One event that a statement says took place."""

    type: EventType
    acting: frozenset[ActorId]
    acted_on: frozenset[ActorId]
    place: frozenset[ActorId]
    goods: frozenset[str]
    first: date | None  # the days in which it happened; None: the report has no date
    last: date | None
    singled_out: frozenset[ActorId] = frozenset()  # the towns and people among the acted on and the places
    dated: bool = False  # the report itself gives the day
    struck: frozenset[str] = frozenset()  # those whom an attack falls on, and the countries that they are at home in

    def same_as(self, other: "Happening", *, owned: bool = False) -> bool:
        """Whether both are told of the same doers, of one target or place, compatible goods, and of one time.

        Who strikes a movement strikes its country: one report names the one, another the other.
        One air force strikes two towns in a day: where either says what was hit, what the other leaves open is not it,
        unless it is owned to: its doer tells himself of the very day that he did it.
        """
        return (
            self.type is other.type
            and bool(self.acting & other.acting)
            and (agree(self.acted_on, other.acted_on) or bool(self.struck & other.struck))
            and agree(self.place, other.place)
            and (self._on_one_target(other) or (owned and (self.dated or other.dated)))
            and agree(self.goods, other.goods)
            and None not in (self.first, other.first)
            and may_coincide((self.first, self.last), (other.first, other.last))
        )

    def pinned_down_with(self, other: "Happening") -> bool:
        """Whether both single out one town or person, and either gives the day."""
        return bool(self.singled_out & other.singled_out) and (self.dated or other.dated)

    def _on_one_target(self, other: "Happening") -> bool:
        if self.type in MEETINGS and len(self.acting & other.acting) > 1:
            return True
        here, there = self.acted_on | self.place, other.acted_on | other.place
        if not (here or there):
            return True
        # a state or an army is struck in many places: it takes the day to know which time is meant
        return bool(self.singled_out & other.singled_out) or (bool(here & there) and self.dated and other.dated)


def happening_in(statement: Statement, matter: Matter) -> Happening | None:
    """The event that a statement is there to tell, if it is checkable and told as a fact; None: there is none."""
    if statement.act or statement.negated or statement.stance is not Stance.ASSERTS or _is_stance(statement, matter):
        return None
    event = next((e for e in statement.events if e.type in CHECKABLE), None)
    if event is None or event.status is not Status.ACTUAL:
        return None
    verb = _verb(statement, event, matter)
    if not _is_told_for(statement, event, matter, verb):
        return None
    if verb is None and not (event.actor and event.recipient):
        return None  # a noun is read as an event of whoever is named near it; too little to confirm anything by
    report = matter.reports[statement.report]
    first, last = days_of([event], report.published)
    goods = frozenset(g.category.value for g in event.goods)
    acting, acted_on, place = (
        principals(report.id, ids, matter.cast) for ids in (event.actor, event.recipient, event.place)
    )
    told = [matter.cast.by_id[a] for a in matter.cast.known(report.id, (*event.recipient, *event.place))]
    singled_out = frozenset(a.id for a in told if a.kind in _SINGLE)
    if event.type in MEETINGS:
        acting, acted_on = acting | acted_on, frozenset()  # who meets whom is told either way
    dated = bool(event.time and event.time.days and event.time.days <= _A_DAY)
    struck = frozenset(_at_home(acted_on, matter)) if event.type is EventType.ASSAULT else frozenset()
    return Happening(event.type, acting, acted_on, place, goods, first, last, singled_out, dated, struck)


def _at_home(actors: Iterable[ActorId], matter: Matter) -> Iterator[str]:
    """The actors as our knowledge knows them, and the countries that it tells them to be at home in."""
    for actor in actors:
        yield party(actor, matter.cast)
        body = organisation_by_id(matter.cast.by_id[actor].known_as or "")
        if body and body.country:
            yield body.country


def _is_stance(statement: Statement, matter: Matter) -> bool:
    """Whether the source thinks, wants, warns or accuses, and does not tell."""
    saying = _saying(statement, matter)
    if saying is None:
        return False
    entry = saying.rule.partition("/")[0]
    cue = speech_cues_by_id().get(entry)
    if (cue and (cue.mental or cue.act)) or entry in english_views():
        return True
    events = matter.readings[statement.report].events
    return bool(saying.cue) and any(
        e.type in _STANCES and saying.cue and saying.cue.start <= e.anchor.start < saying.cue.end for e in events
    )


def _saying(statement: Statement, matter: Matter) -> Attribution | None:
    sayings = matter.readings[statement.report].attributions
    return next((a for a in sayings if a.id == statement.said), None)


def _is_told_for(statement: Statement, event: Event, matter: Matter, verb: int | None) -> bool:
    """Whether the event is what the clause says, not what it only mentions: after 'since', 'if', 'which'."""
    text, first = matter.texts[statement.report], statement.tokens[0]
    anchor = text.range_of(event.anchor)[0]
    subject = event.actor_words if event.rule.startswith(ENGLISH_RULE) else ()  # in English it leads

    def before(end: int) -> list[str]:
        words = (token for token in text.tokens[first:end] if token.kind != "mark")
        return [token.form for token in words if not any(span.covers(token.span) for span in subject)]

    if phrases_for("aside").stand_in(before(anchor)):
        return False
    told = sum(not is_empty(form) for form in before(anchor if verb is None else verb))
    return told <= (_BEFORE_NOUN if verb is None else _BEFORE_VERB)


def _verb(statement: Statement, event: Event, matter: Matter) -> int | None:
    """The verb that tells the event: its own word, or the last before a noun if that carries it: 'launched raids'."""
    text = matter.texts[statement.report]
    anchor = text.range_of(event.anchor)[0]
    if event.rule.startswith(ENGLISH_RULE):
        return anchor if is_surely_verb(text.tokens[anchor].form.lower()) else None
    if _entries_of_verb(text.tokens[anchor].form) and not _is_after_preposition(text, anchor):
        return anchor
    for at in range(anchor - 1, statement.tokens[0] - 1, -1):
        if entries := _entries_of_verb(text.tokens[at].form):
            return at if event.actor and entries <= _carrying() else None
    return None


def _is_after_preposition(text: AnalysedText, at: int) -> bool:
    """Whether a word must be a noun: 'took part in striking' (ضرب may be a verb)."""
    return at > 0 and text.tokens[at - 1].form in _prepositions()


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(map(fold, function_words("preposition")))


def _entries_of_verb(form: str) -> frozenset[str]:
    """The entries of which a form is a verb, and not the noun of its act."""
    return frozenset(a.entry for a in event_lexemes().at(form) if a.inflection.tense.finite)


@cache
def _carrying() -> frozenset[str]:
    """The entries of verbs whose subject does what the noun names, and has done it."""
    return frozenset(c.id for c in carriers().values() if c.gives is Gives.ACTOR and c.status is None)
