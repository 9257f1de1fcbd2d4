"""How an event stands to fact: a fact, a plan, a possibility, denied, on a condition."""

from datetime import date
from functools import cache
from typing import NamedTuple

from khabar.extraction.events.bindings import Binder
from khabar.extraction.events.carrying import governor, label_of
from khabar.extraction.events.conditions import IF, condition_of
from khabar.extraction.events.lexicon import Words, closed, folded, is_a, stands_at, word_set
from khabar.extraction.events.masdar_phrases import asks, is_of_talks
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.presupposed import (
    is_beside_what_is_denied,
    is_commented_on,
    is_ground,
    is_of_a_case,
    is_taken_for_known,
    is_told_aside,
)
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.slots import Roles
from khabar.knowledge.event_words import EventWord, carriers
from khabar.knowledge.status_words import Where, status_words
from khabar.language.conjugation import Tense
from khabar.language.futures import tells_future
from khabar.values.attribution import Attribution, Stance
from khabar.values.event import EventMode, EventType, Status
from khabar.values.moment import Moment
from khabar.values.why import StatusRule

_PUNISHMENTS = frozenset({EventType.ACCUSE, EventType.COERCE, EventType.DISMISS, EventType.SANCTION})
_ANSWERED = frozenset({EventType.REQUEST, EventType.THREATEN, EventType.REJECT})
_GOES_ON = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE})
_TO_COME = frozenset({Status.PLANNED, Status.POSSIBLE})
_ON = "على"
_INVITED = 14  # tokens before a visit in which stands the invitation to it
_FAR_CONDITION = 24  # tokens between two verbs of one condition
_NEXT_PART = ".."  # parts a headline
_TOPIC = 14  # tokens behind a noun that opens a clause in which its verb stands
_BACK = 3  # tokens before a verb in which its particles stand
_FAR_BACK = 6  # tokens before a word in which phrases of status stand


class Standing(NamedTuple):
    """A status with what gives it."""

    status: Status
    by: str  # a StatusRule, or the entry of the word that says so
    at: int | None = None  # token of that word; None: no word shows it


def status_of(
    binder: Binder, predicate: Predicate, word: EventWord, roles: Roles, time: Moment | None, published: date | None
) -> Standing:
    """The status that the words around an event give it."""
    saying = binder.scene.saying_at(predicate.first)
    aside = is_told_aside(binder.scene, roles.carrier or predicate, predicate, saying)
    denied = saying is not None and (saying.stance is Stance.DENIES or _is_rejected(binder.scene, saying))
    aside = aside or (saying is not None and denied and is_beside_what_is_denied(binder.scene, predicate, saying))
    if saying and denied and not aside and not _is_answered(binder.scene, predicate, word, roles, saying):
        return Standing(Status.DENIED, StatusRule.IN_DENIAL)
    commented = saying is not None and is_commented_on(binder.scene, predicate, saying)
    if saying and saying.stance is Stance.DECLINES and not commented:
        return Standing(Status.POSSIBLE, StatusRule.UNANSWERED)  # neither confirmed nor denied
    case = is_of_a_case(binder.scene, predicate)
    told = None if case else _beside(binder.scene, predicate) if commented else None
    if not (case or commented):
        told = _conditional(binder.scene, predicate) or _told_by_words(binder, predicate, word, roles)
    told = told or _joined_to_condition(binder.scene, roles.carrier or predicate)
    if told and told.status is Status.DENIED and word.type in _GOES_ON and _ended(binder.scene, predicate):
        told = None  # what is to end was going on
    told = told or _generic(binder, predicate) or _is_to_follow(binder.scene, predicate)
    if told:
        return _on_condition(binder.scene, predicate, told)
    if word.status:
        return Standing(word.status, word.id, predicate.first)
    known = aside or case or is_taken_for_known(binder.scene, predicate)
    known = known or is_ground(binder.scene, predicate, word, roles)
    if not known and saying and saying.stance is Stance.QUESTIONS:
        return Standing(Status.POSSIBLE, StatusRule.ASKED)
    if not known and _asked(binder.scene, predicate):
        return Standing(Status.POSSIBLE, StatusRule.QUESTION)
    if time and published and time.earliest and time.earliest > published:
        return Standing(Status.PLANNED, StatusRule.AHEAD)
    return Standing(Status.ACTUAL, StatusRule.TOLD)


def _on_condition(scene: Scene, p: Predicate, told: Standing) -> Standing:
    """The same, but on a condition where one is told for what is still to come: they will answer if they are hit."""
    at = condition_of(scene, p, planned=told.status is Status.PLANNED) if told.status in _TO_COME else None
    return told if at is None else Standing(Status.CONDITIONAL, StatusRule.DEPENDS, at)


def _is_rejected(scene: Scene, saying: Attribution) -> bool:
    """Whether the words around a saying are there to reject it: 'what they announced of a strike is untrue'."""
    around = scene.around(saying)
    return around is not None and around.stance is Stance.DENIES


def _is_answered(scene: Scene, p: Predicate, word: EventWord, roles: Roles, saying: Attribution) -> bool:
    """Whether a noun names what a denial or refusal answers: who rejects a request was asked.

    To deny one's own accusing is to deny that one did; so is to deny any request.
    """
    opens = p.first == scene.analysed.token_from(saying.content.start)
    own = not roles.actor or bool(saying.chain and set(saying.chain[-1]) & set(roles.actor))
    if p.verbal or not opens or own or saying.cue is None:
        return False
    act = scene.predicate_at.get(scene.analysed.token_from(saying.cue.start))
    refused = act is not None and any(w.type is EventType.REJECT for w in act.words)
    return word.type is EventType.ACCUSE or (refused and word.type in _ANSWERED)


def _ended(scene: Scene, p: Predicate) -> bool:
    """Whether a noun stands right behind a word for an end: they called for an end to the shelling."""
    return not p.verbal and p.first > 0 and is_a("ending", scene.forms[p.first - 1])


def _conditional(scene: Scene, p: Predicate) -> Standing | None:
    """إن right before a verb is "if": as "that" it stands before a noun. Written أن it is "that" even so."""
    if not p.about.tense.finite or p.proclitics or p.first == 0:
        return None
    before = scene.analysed.tokens[p.first - 1].written(scene.analysed.text)
    return Standing(Status.CONDITIONAL, StatusRule.IF, p.first - 1) if before in IF else None


def _joined_to_condition(scene: Scene, p: Predicate) -> Standing | None:
    """A verb of the past that is joined to one that depends on "if": if they shell the town and take it."""
    if p.about.tense is not Tense.PAST or "و" not in p.proclitics:
        return None
    before = next((v for v in scene.predicates_before(p.first, _FAR_CONDITION) if v.verbal), None)
    found = _beside(scene, before) if before and before.about.tense is Tense.PAST else None
    return found if found and found.status is Status.CONDITIONAL else None


def _generic(binder: Binder, p: Predicate) -> Standing | None:
    """A deed of which it is told what any such would be: any transfer violates; sending them would be a breach."""
    scene = binder.scene
    if p.verbal or "ال" in p.proclitics:
        return None
    first, last = scene.analysed.sentence_at(p.first)
    before = scene.forms[p.first - 1] if p.first > first else ""
    if before in word_set("any"):
        return Standing(Status.POSSIBLE, StatusRule.ANY, p.first - 1)
    if before and before not in word_set("that") and scene.analysed.tokens[p.first - 1].kind == "word":
        return None
    end = min(last, p.last + _TOPIC)
    opened = next((at for at in range(p.last, end) if scene.forms[at] in (".", "،") or _is_verb(scene, at)), end)
    would_be = opened < end and scene.forms[opened] in word_set("would_be")
    return Standing(Status.POSSIBLE, StatusRule.ANY, opened) if would_be else None


def _is_to_follow(scene: Scene, p: Predicate) -> Standing | None:
    """A deed that opens a clause whose verb tells what it will do: talks will follow, the negotiations will go on."""
    first, last = scene.analysed.sentence_at(p.first)
    before = scene.forms[p.first - 1] if p.first > first else ""
    if p.verbal or (before and before not in word_set("that") and scene.analysed.tokens[p.first - 1].kind == "word"):
        return None
    for at in range(p.last, min(last, p.last + _TOPIC)):
        if scene.forms[at] in closed("relative", "whoever") or scene.forms[at] in (".", "،") or at in scene.cues:
            return None
        verb = scene.predicate_at.get(at)
        if verb is not None and verb.about.tense.finite:
            return Standing(Status.PLANNED, StatusRule.WILL, at) if "س" in verb.proclitics else None
        if verb is None and tells_future(scene.forms[at]):
            return Standing(Status.PLANNED, StatusRule.WILL, at)
    return None


def _is_verb(scene: Scene, at: int) -> bool:
    return scene.forms[at] in word_set("would_be") or scene.has_verb(at)


def _asked(scene: Scene, predicate: Predicate) -> bool:
    last = scene.analysed.sentence_at(predicate.first)[1]
    behind = scene.forms[predicate.last : last]
    parted = _NEXT_PART in behind  # a headline's question about what it told: the pact fails.. why?
    return "؟" in behind[-2:] and not parted


def _told_by_words(binder: Binder, predicate: Predicate, word: EventWord, roles: Roles) -> Standing | None:
    scene = binder.scene
    own = _beside(scene, predicate)
    given_up = _carried(roles.carrier_id) is Status.DENIED  # called off the meeting planned for May
    if own and not (given_up and own.status is Status.PLANNED):
        return own
    carrier = roles.carrier
    if carrier is None and word.goods and is_of_talks(scene, predicate):
        return Standing(Status.PLANNED, StatusRule.PURPOSE, predicate.first)
    if carrier is None:
        return _by_complement(scene, predicate)
    found = _beside(scene, carrier)
    if found:
        return _not_ruled_out(scene, found)
    above = governor(scene, carrier) if not carrier.verbal else None
    if above and roles.carrier_id and carriers()[roles.carrier_id].status is Status.POSSIBLE:
        return Standing(Status.POSSIBLE, roles.carrier_id, carrier.first)  # will think over sending them
    found = _beside(scene, above[0]) if above else None
    if found:
        return _not_ruled_out(scene, found)
    punished = any(w.type in _PUNISHMENTS for w in carrier.words)
    meant = not punished and not word.undergone  # nobody means to have lost somebody: grief at a death
    purpose = label_of(scene, predicate) == "ل" and not roles.carrier_id and meant and not _is_known(scene, predicate)
    # under sanctions for their part in it
    part = bool(carrier.enclitic) and is_a("had_a_part", scene.forms[carrier.first])
    if purpose or (above and not above[2] and not part and label_of(scene, carrier) == "ل"):
        # what is done in order to do it is told as a fact, it itself is not
        invited = purpose and word.mode is EventMode.VISIT and _is_invited_to(scene, predicate)
        return Standing(Status.POSSIBLE if invited else Status.PLANNED, StatusRule.PURPOSE, carrier.first)
    status, by, at = _carried(roles.carrier_id), roles.carrier_id, carrier.first
    if status is None and above and above[2]:  # threatened to impose sanctions
        status, by, at = _carried(above[2]), above[2], above[0].first
    done = word.type in (EventType.APPOINT, EventType.DISMISS) and status is Status.PLANNED
    if status is None or done:  # to order a dismissal is to dismiss
        return None
    return Standing(status, by, at)


def _is_invited_to(scene: Scene, p: Predicate) -> bool:
    """Whether a visit is what an invitation before it is for."""
    before = next((q for q in scene.predicates_before(p.first, _INVITED) if q.words), None)
    return before is not None and any(asks(w) and w.mode is EventMode.HOST for w in before.words)


def _is_known(scene: Scene, p: Predicate) -> bool:
    """Whether a clause tells of a noun what was or is done: a breach of the sanctions [that the council imposed]."""
    if p.verbal or p.last + 1 >= len(scene.forms) or scene.forms[p.last] not in closed("relative"):
        return False
    return scene.has_verb(p.last + 1) and not tells_future(scene.forms[p.last + 1])


def _carried(carrier_id: str) -> Status | None:
    """What a carrying verb says of the event."""
    return carriers()[carrier_id].status if carrier_id else None


def _beside(scene: Scene, p: Predicate) -> Standing | None:
    """What particles and phrases say that stand beside one word."""
    if "س" in p.proclitics:
        return Standing(Status.PLANNED, StatusRule.WILL, p.first)
    first = scene.analysed.sentence_at(p.first)[0]
    if p.verbal:
        near = (Where.PARTICLE, Where.PARTICLE_PAST if p.about.tense is Tense.PAST else Where.PARTICLE_PRESENT)
        found = _search(scene, near, max(first, p.first - _BACK), p.first)
        if found:
            return found
    else:
        back = 0 if scene.forms[p.first - 1] == _ON else 2  # a comment on the raid, تعليق على, suspends nothing
        found = _search(scene, (Where.PARTICLE_NOUN, Where.PARTICLE), max(first, p.first - back), p.first)
        found = _not_ruled_out(scene, found) if found else _search(scene, (Where.AFTER,), p.last, p.last + 2)
        if found:
            return found
    found = _search(scene, (Where.PHRASE,), max(first, p.first - _FAR_BACK), p.first)
    return None if found and _was_said_then(scene, p, found) else found


def _was_said_then(scene: Scene, p: Predicate, found: Standing) -> bool:
    """Whether a noun only tells on what occasion somebody promised something else: they pledged at their meeting to."""
    promised = found.at is not None and found.at in scene.predicate_at
    return promised and not p.verbal and label_of(scene, p) in word_set("on_occasion")


def _not_ruled_out(scene: Scene, found: Standing) -> Standing:
    """The same, but left open where what is denied is a verb that denies: they do not rule out a strike."""
    verb = scene.predicate_at.get(found.at + 1) if found.at is not None else None
    denies = verb is not None and any(carrier.status is Status.DENIED for carrier in verb.carriers)
    return found._replace(status=Status.POSSIBLE) if denies and found.status is Status.DENIED else found


def _by_complement(scene: Scene, p: Predicate) -> Standing | None:
    """A verb after أن takes the status of the verb that governs the clause: they demanded that it withdraw."""
    if p.about.tense is not Tense.PRESENT:
        return None
    first = scene.analysed.sentence_at(p.first)[0]
    for at in range(p.first - 1, max(first, p.first - _FAR_BACK) - 1, -1):
        if scene.forms[at] in word_set("that"):
            above = next((v for v in scene.predicates_before(at, _FAR_BACK + 1) if v.verbal), None)
            if above and any(cue in scene.cues for cue in range(above.last, at)):
                return None  # denied it, and said that they bring aid
            told = [Standing(c.status, c.id, above.first) for c in above.carriers if c.status] if above else []
            return told[0] if told else None
    return None


def _search(scene: Scene, where: tuple[Where, ...], first: int, last: int) -> Standing | None:
    """The status of the word nearest before an event, or right behind it; a comma or a
    relative pronoun cuts what stands before it off."""
    for at in range(min(last, len(scene.forms)) - 1, max(first, 0) - 1, -1):
        if scene.forms[at] in ("،", ":", ".") or scene.forms[at] in closed("relative"):
            return None
        for words, status, entry in _words(where) if stands_at(_all_words(where), scene.forms, at) else ():
            if not stands_at(words, scene.forms, at) or _goes_on_still(scene, at):
                continue
            if Where.PARTICLE_NOUN in where or not _is_of_verb_before(scene, at, last):
                return Standing(status, entry, at)
    return None


def _is_of_verb_before(scene: Scene, at: int, last: int) -> bool:
    """Whether a particle that denies a verb stands right before another: someone whose name was not told seized it."""
    if scene.forms[at] not in word_set("denies_next"):
        return False
    between = scene.forms[at + 1 : last]
    plain = bool(between) and between[0] not in closed() and not scene.referents.at(at + 1)
    return plain and word_set("that").isdisjoint(between)


def _goes_on_still(scene: Scene, at: int) -> bool:
    """Whether a particle denies no deed but that it ended: لا يزال."""
    return at + 1 < len(scene.forms) and scene.forms[at + 1] in word_set("still")


@cache
def _words(where: tuple[Where, ...]) -> tuple[tuple[Words, Status, str], ...]:
    return tuple(
        (folded(tuple(" ".join(w) for w in entry.words)), entry.status, entry.id)
        for entry in status_words()
        if entry.where in where
    )


@cache
def _all_words(where: tuple[Where, ...]) -> Words:
    return frozenset[tuple[str, ...]]().union(*(words for words, _, _ in _words(where)))
