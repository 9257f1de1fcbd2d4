"""Where and when an event happens."""

from datetime import date

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.arguments import Argument, arguments
from khabar.extraction.events.lexicon import closed, is_a, word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import LANDS, Scene
from khabar.extraction.events.slots import Roles
from khabar.knowledge.event_words import EventWord
from khabar.values.attribution import Attribution
from khabar.values.entity import Kind
from khabar.values.event import EventType
from khabar.values.moment import Moment

_OPENING = 5  # tokens in which a sentence may open with a place
_NEWS = 2  # sentences that tell what is new
_SPOKEN = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT})
_RANK = 5  # tokens before "since" in which it is said to be the first or the worst
_BESIDE = 6  # tokens before a word of saying in which its day may stand
_SINCE = 12  # tokens between "since" and a time that it opens
_DATED = 5  # tokens before a time in which the participle stands that it goes with
_FEMININE = ("ة", "ات", "ته", "تها", "تهم", "تهما")  # endings of feminine nouns, with a pronoun or none
_SENTENCE = 60  # tokens of a sentence that are looked at on either side


def place_of(scene: Scene, predicate: Predicate, word: EventWord, roles: Roles) -> Ids:
    """The places that an event is said to happen in, or that it is aimed at."""
    found = list(roles.targets)
    for argument in roles.labelled:
        inside = argument.label in word_set("in")
        gone = word.type is EventType.MOBILIZE and argument.label in word_set("gone_to")
        kinds = LANDS if inside or gone or _on_land(scene, argument) else frozenset({Kind.PLACE})
        if argument.label in word_set("at") or inside:
            land = argument.how != "adjective" or not inside or _on_land(scene, argument)
            found.extend(e for e in argument.entities if land and scene.entity(e).kind in kinds)
    if word.type is EventType.ASSAULT:
        named = [a for a in roles.recipient_arguments if a.how == "name"]
        found.extend(e for a in named for e in a.entities if scene.entity(e).kind is Kind.COUNTRY)
    return tuple(dict.fromkeys(found or _fronted(scene, predicate)))


def _fronted(scene: Scene, predicate: Predicate) -> Ids:
    """The place that the sentence opens with: in Accra, he signed …"""
    first, last = scene.analysed.sentence_at(predicate.first)
    opening = [a for a in arguments(scene, first, min(last, first + _OPENING))[0] if a.label in word_set("in")]
    return tuple(e for a in opening for e in a.entities if scene.entity(e).kind is Kind.PLACE)


def day_of_speech(scene: Scene, predicate: Predicate, word: EventWord, published: date | None) -> Moment | None:
    """The day of publication for what is said in the opening of a report: headlines tell what is new."""
    plain = predicate.about.tense.finite and scene.forms[predicate.first - 1] not in word_set("relative")
    opening = scene.analysed.sentences[:_NEWS]
    here = bool(opening) and predicate.first < opening[-1][1]
    return Moment.on(published) if published and plain and here and word.type in _SPOKEN else None


def day_of_own_telling(scene: Scene, predicate: Predicate, roles: Roles, saying: Attribution | None) -> Moment | None:
    """The one day on which somebody tells of what he has done himself."""
    if saying is None or saying.cue is None or not saying.chain or not predicate.about.tense.finite:
        return None
    if not set(saying.chain[-1]) & set(roles.actor):
        return None
    cue = scene.analysed.token_from(saying.cue.start)
    first = max(scene.analysed.sentence_at(predicate.first)[0], cue - _BESIDE)
    last = min(scene.analysed.token_from(saying.content.start), predicate.first)
    told = [m for _, m in scene.moments_between(first, last) if m.days == 1]
    return told[0] if len(told) == 1 else None


def _on_land(scene: Scene, argument: Argument) -> bool:
    """Whether an adjective of nationality tells whose land it is: on Ghanaian soil."""
    return argument.label in word_set("at") | word_set("in") and is_a("land", scene.forms[argument.start])


def own_time(scene: Scene, predicate: Predicate, roles: Roles, saying: Attribution | None) -> Moment | None:
    """The time said in the event's own clause."""
    begin, end = min(roles.begin, predicate.first), max(roles.end, predicate.last)
    inside = [(moment, at) for moment, at in _times_of_sentence(scene, predicate, saying) if begin <= at < end]
    return min(inside, key=lambda pair: abs(pair[1] - predicate.first))[0] if inside else None


def only_time(scene: Scene, predicate: Predicate, saying: Attribution | None) -> Moment | None:
    """The time of the event's sentence, if it has but one."""
    around = _times_of_sentence(scene, predicate, saying)
    return around[0][0] if len(around) == 1 and not _is_of_verb_between(scene, predicate, around[0][1]) else None


def _is_of_verb_between(scene: Scene, p: Predicate, at: int) -> bool:
    """Whether a time stands in the clause of a later verb behind أن: he met her, and is to see him on Tuesday."""
    between = scene.predicates_before(at, at - p.last) if at > p.last else ()
    later = (verb for verb in between if verb.about.tense.finite and verb.words and verb.first > p.last)
    return any(scene.forms[verb.first - 1] in word_set("that") for verb in later)


def _is_of_noun_dated(scene: Scene, p: Predicate, at: int) -> bool:
    """Whether a time tells of another noun when it is to be or was: before the elections due in June."""
    dated = next((i for i in range(at - 1, max(at - _DATED, 0), -1) if scene.forms[i] not in word_set("dated_in")), 0)
    if not is_a("dated", scene.forms[dated]):
        return False
    own = scene.forms[p.last - 1].endswith(_FEMININE) is scene.forms[dated].endswith("ة")
    chain = range(p.last, dated) if not p.verbal and p.first < dated else None  # the meeting of ministers due in June
    brought = chain is None or any(
        scene.forms[i] in closed("preposition") or scene.attached_preposition(i) for i in chain
    )
    return brought or not own


def _times_of_sentence(scene: Scene, predicate: Predicate, saying: Attribution | None) -> list[tuple[Moment, int]]:
    """The times of the sentence that may be the event's: when something is said is not when it happened."""
    first, last = scene.analysed.sentence_at(predicate.first)
    near = scene.moments_between(max(first, predicate.first - _SENTENCE), min(last, predicate.last + _SENTENCE))
    told = [(m, at) for at, m in near if scene.saying_at(at) is saying and scene.forms[at] not in word_set("since")]
    told = [(m, at) for m, at in told if not _is_of_noun_dated(scene, predicate, at)]
    return [(since, at) for m, at in told if (since := _since(scene, predicate, m, at))]


def _since(scene: Scene, predicate: Predicate, moment: Moment, at: int) -> Moment | None:
    """An open time for what went on since they met in June; none for the first since they met; else the time itself."""
    first = max(scene.analysed.sentence_at(at)[0], at - _SINCE)
    for before in range(at - 1, first - 1, -1):
        if scene.forms[before] == "،" or before == predicate.first:
            return moment
        if scene.forms[before] in word_set("since") and moment.days:
            ranked = any(is_a("ranked", form) for form in scene.forms[max(first, before - _RANK) : before])
            return None if ranked else Moment(f"{moment.edtf.partition('/')[0]}/..")
    return moment
