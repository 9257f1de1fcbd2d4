"""Which of the times that a report tells is an event's."""

from collections.abc import Iterator
from datetime import date

from khabar.extraction.events.lexicon import class_words, closed, is_a, stand_between, word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.presupposed import is_told_aside
from khabar.extraction.events.scene import LANDS, Scene
from khabar.extraction.events.slots import Roles
from khabar.extraction.names.words import is_function_word
from khabar.knowledge.event_words import EventWord, Gives, carriers
from khabar.language.conjugation import Tense
from khabar.values.attribution import Attribution
from khabar.values.entity import EntityId
from khabar.values.event import EventType
from khabar.values.moment import Moment

_COUNTED = "since-count"  # the rule of dates that reads it
_NEWS = 2  # sentences that tell what is new
_SPOKEN = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT})
_RANK = 5  # tokens before "since" in which it is said to be the first or the worst
_BESIDE = 6  # tokens before a word of saying in which its day may stand
_SINCE = 12  # tokens between "since" and a time that it opens
_DATED = 7  # tokens before a time in which the participle stands that it goes with
_FEMININE = ("ة", "ات", "ته", "تها", "تهم", "تهما")  # endings of feminine nouns, with a pronoun or none
_SENTENCE = 60  # tokens of a sentence that are looked at on either side


def day_of_speech(scene: Scene, predicate: Predicate, word: EventWord, published: date | None) -> Moment | None:
    """The day of publication for what is said in the opening of a report: headlines tell what is new."""
    before = scene.forms[predicate.first - 1].removeprefix("و")
    plain = predicate.about.tense.finite and before not in closed("relative", "whoever")
    opening = scene.analysed.sentences[:_NEWS]
    here = bool(opening) and predicate.first < opening[-1][1]
    return Moment.on(published) if published and plain and here and word.type in _SPOKEN else None


def day_of_own_telling(
    scene: Scene, p: Predicate, word: EventWord, roles: Roles, saying: Attribution | None
) -> Moment | None:
    """The one day on which somebody tells of what he has done himself, or announces a deed."""
    if saying is None or saying.cue is None or not saying.chain or is_told_aside(scene, p, p, saying):
        return None
    cue, content = (scene.analysed.token_from(span.start) for span in (saying.cue, saying.content))
    if _announced(word, roles) or (p.about.tense.finite and _own(scene, word, roles, saying)):
        first = max(scene.analysed.sentence_at(p.first)[0], cue - _BESIDE)
        return _one(_days_between(scene, first, min(content, p.first)))
    opens = content in (p.first, roles.carrier.first if roles.carrier else p.first)  # announced on Sunday her visit
    if opens and not p.verbal and _own(scene, word, roles, saying):
        return _one(_days_between(scene, cue, content))
    return None


def _announced(word: EventWord, roles: Roles) -> bool:
    """Whether a noun is what somebody announces as a deed of his side: announced a raid, not a death."""
    carrier = carriers().get(roles.carrier_id)
    if carrier is None or carrier.gives is not Gives.SPEAKER or word.undergone:
        return False
    return roles.carrier is not None and roles.carrier.verbal and bool(roles.actor)


def _own(scene: Scene, word: EventWord, roles: Roles, saying: Attribution) -> bool:
    """Whether who speaks did it, or speaks for the state that said so: the ministry says that Ghana demands."""
    speakers = set(saying.chain[-1])
    states = {scene.entity(e).of for e in speakers} if word.type in _SPOKEN else set[EntityId | None]()
    return bool((speakers | states) & set(roles.actor))


def day_of_speaking(scene: Scene, p: Predicate, word: EventWord, roles: Roles) -> Moment | None:
    """The one day on which the report tells that the doer spoke: what else he said is of then."""
    if word.type not in _SPOKEN or not p.about.tense.finite or scene.saying_at(p.first):
        return None
    spoken = (a for a in scene.attributions if a.cue and a.chain and set(a.chain[-1]) & set(roles.actor))
    return _one({day for saying in spoken for day in _days_of(scene, saying)})


def _days_of(scene: Scene, saying: Attribution) -> Iterator[Moment]:
    """The days beside a word of saying, before what is said."""
    assert saying.cue is not None  # the caller asks for no other
    cue, content = (scene.analysed.token_from(span.start) for span in (saying.cue, saying.content))
    first, last = scene.analysed.sentence_at(cue)
    last = content if content > cue else min(last, cue + _BESIDE)
    other = next((v.first for v in scene.predicates_before(last, _SENTENCE) if v.verbal and v.first > cue), last)
    yield from _days_between(scene, max(first, cue - _BESIDE), other)


def _days_between(scene: Scene, first: int, last: int) -> set[Moment]:
    return {moment for _, moment in scene.moments_between(first, last) if moment.days == 1}


def _one(days: set[Moment]) -> Moment | None:
    return next(iter(days)) if len(days) == 1 else None


def own_time(scene: Scene, predicate: Predicate, roles: Roles, saying: Attribution | None) -> Moment | None:
    """The time said in the event's own clause."""
    begin, end = min(roles.begin, predicate.first), max(roles.end, predicate.last)
    inside = [(moment, at) for moment, at in _times_of_sentence(scene, predicate, saying) if begin <= at < end]
    if not inside and predicate.verbal:
        return _going_on_since(scene, predicate, end, saying)
    return min(inside, key=lambda pair: abs(pair[1] - predicate.first))[0] if inside else None


def _going_on_since(scene: Scene, p: Predicate, end: int, saying: Attribution | None) -> Moment | None:
    """The open time behind a verb of what has gone on since then: Ghana has armed it since 2019."""
    near = scene.moments_between(p.last, min(end, scene.analysed.sentence_at(p.first)[1]))
    told = [(at, m) for at, m in near if scene.saying_at(at) is saying and scene.forms[at] in word_set("since")]
    if len(told) != 1 or not told[0][1].edtf.endswith("/.."):
        return None
    at, since = told[0]
    if p.about.tense is Tense.PAST and _is_ago(scene, at):
        return None
    verb = next((v for v in scene.predicates_before(at, _SENTENCE) if v.verbal), None)
    first = max(scene.analysed.sentence_at(p.first)[0], p.first - _RANK)
    ranked = any(is_a("ranked", form) for form in scene.forms[first:at])  # the first to visit it since 2000
    return since if verb is p and not ranked else None


def _is_ago(scene: Scene, at: int) -> bool:
    """Whether a time counts back from now: left three days ago, منذ ثلاثة أيام, and not since May."""
    start = scene.analysed.tokens[at].start
    return any(t.span.start == start and t.rule == _COUNTED for t in scene.times)


def only_time(scene: Scene, predicate: Predicate, saying: Attribution | None) -> Moment | None:
    """The time of the event's sentence, if it has but one and no other clause has it to itself."""
    around = _times_of_sentence(scene, predicate, saying)
    return around[0][0] if len(around) == 1 and not _is_of_another_clause(scene, predicate, around[0][1]) else None


def _is_of_another_clause(scene: Scene, p: Predicate, at: int) -> bool:
    """Whether a time stands behind a later verb, or in a relative clause that the event does not stand in."""
    verb = next((v for v in scene.predicates_before(at, _SENTENCE) if v.verbal), None)
    if verb is None or verb is p or is_joined(scene, verb):
        return False
    if verb.first > p.last:
        return bool(verb.words) and not verb.carriers  # the visit that begins on Monday
    taken_up = not word_set("at_that_time").isdisjoint(
        scene.forms[at : p.first]
    )  # the town that saw them in May, when they …
    return scene.forms[verb.first - 1] in closed("relative", "whoever") and not taken_up


def is_joined(scene: Scene, verb: Predicate) -> bool:
    """Whether a verb goes on with the clause before, and so has one time with it: died and were wounded on Monday."""
    return "و" in verb.proclitics and verb.first > 0 and scene.analysed.tokens[verb.first - 1].kind == "word"


def _is_of_noun_dated(scene: Scene, p: Predicate, at: int) -> bool:
    """Whether a time tells of another noun when it is to be or was: before the elections due in June."""
    if _is_of_noun_made(scene, p, at):
        return True
    dated = next((i for i in range(at - 1, max(at - _DATED, 0), -1) if not _tells_when_or_where(scene, i)), 0)
    if not is_a("dated", scene.forms[dated]):
        return False
    own = scene.forms[p.last - 1].endswith(_FEMININE) is scene.forms[dated].endswith("ة")
    chain = range(p.last, dated) if not p.verbal and p.first < dated else None  # the meeting of ministers due in June
    brought = chain is None or any(
        scene.forms[i] in closed("preposition") or scene.attached_preposition(i) for i in chain
    )
    return brought or not own


def _is_of_noun_made(scene: Scene, p: Predicate, at: int) -> bool:
    """Whether a verb right behind an earlier noun tells when that was made: against a ruling قرار صدر عام 2017."""
    near = range(at - 1, max(at - _DATED, p.last, scene.analysed.sentence_at(at)[0]), -1)
    made = next((i for i in near if scene.forms[i] in word_set("made") or scene.forms[i] == "،"), None)
    if made is None or scene.forms[made] == "،" or made == p.first:
        return False
    noun = scene.forms[made - 1]
    if noun in closed("relative"):
        return True
    indefinite = scene.analysed.tokens[made - 1].kind == "word" and not noun.startswith(("ال", "لل"))
    return indefinite and not is_function_word(noun) and scene.referents.at(made - 1) is None


def _tells_when_or_where(scene: Scene, at: int) -> bool:
    """Whether a word may stand between a participle and its time: signed in Algiers in 2015."""
    reference = scene.referents.at(at)
    placed = reference is not None and {scene.entity(e).kind for e in reference.entities} <= LANDS
    return placed or scene.forms[at] in word_set("dated_in")


def _times_of_sentence(scene: Scene, predicate: Predicate, saying: Attribution | None) -> list[tuple[Moment, int]]:
    """The times of the sentence that may be the event's: when something is said is not when it happened."""
    first, last = scene.analysed.sentence_at(predicate.first)
    near = scene.moments_between(max(first, predicate.first - _SENTENCE), min(last, predicate.last + _SENTENCE))
    told = [(m, at) for at, m in near if scene.saying_at(at) is saying and scene.forms[at] not in word_set("since")]
    told = [(m, at) for m, at in told if not _is_set_against(scene, predicate, at)]
    told = [(m, at) for m, at in told if not _is_of_noun_dated(scene, predicate, at)]
    return [(since, at) for m, at in told if (since := _since(scene, predicate, m, at))]


def _is_set_against(scene: Scene, p: Predicate, at: int) -> bool:
    """Whether a time stands in a clause that is set against the event's: sentenced him on Tuesday, while she left."""
    first, last = (at, p.first) if at < p.first else (p.last, at)
    return bool(stand_between(class_words("set_against"), scene.forms, first, last))


def _since(scene: Scene, predicate: Predicate, moment: Moment, at: int) -> Moment | None:
    """An open time for what went on since they met in June; none for the first since they met; else the time itself."""
    first = max(scene.analysed.sentence_at(at)[0], at - _SINCE)
    for before in range(at - 1, first - 1, -1):
        if scene.forms[before] == "،" or before == predicate.first:
            return moment
        if is_a("since", scene.forms[before]) and moment.days:
            ranked = any(is_a("ranked", form) for form in scene.forms[max(first, before - _RANK) : before])
            return None if ranked else Moment(f"{moment.edtf.partition('/')[0]}/..")
    return moment
