"""How prominent an event is where it is told: what the sentence reports, or what it only recalls, names or supposes.

What speaks for the one or the other are cues that a grammar would name: the form of the word, the clause it stands in,
what governs it, how old it is, whether its victims are counted. How much each of them weighs was learned from
sentences that people judged (`make train-foreground`, docs/models/foreground.md); the weights are data,
`models/foreground.yaml`.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache

from khabar.extraction.events.antecedents import that_with_pronoun
from khabar.extraction.events.carrying import governor, label_of
from khabar.extraction.events.lexicon import class_words, closed, is_a, stand_between, word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.slots import Roles
from khabar.knowledge import logits
from khabar.knowledge.event_words import EventWord
from khabar.knowledge.foreground import EVEN, weights_of
from khabar.language.conjugation import Tense
from khabar.language.number_words import number_word
from khabar.values.attribution import Mode, Stance
from khabar.values.event import Event, EventType, Prominence, Status
from khabar.values.grammar import Number

JUDGED = frozenset({EventType.ASSAULT, EventType.PROTEST})  # the types that sentences were judged for
_EARLY, _LATE = 4, 20  # tokens: a word's place in its sentence
_CLAUSE = 12  # tokens before a word in which its clause opens
_AROUND, _BEHIND = 6, 10  # tokens beside a word in which its circumstances stand
_COUNT = 6  # tokens behind a word in which victims or demonstrators are counted
_AGES = ((2, "days"), (10, "weeks"), (60, "months"), (400, "year"))  # from that many days on the next holds
_OLD = 300  # days


def prominence_of(event: Event, cues: tuple[str, ...]) -> Prominence:
    """Foreground where its cues make that likelier than not, else what they say it is instead."""
    if event.type not in JUDGED or likelihood(event.type, cues) >= EVEN:
        return Prominence.FOREGROUND
    supposed = {"noun.definite", "noun.after-time-word", "clause.relative", "clause.after", "noun.of-noun"}
    return Prominence.PRESUPPOSED if supposed & set(cues) else Prominence.BACKGROUND


def likelihood(kind: EventType, cues: tuple[str, ...]) -> float:
    """How likely it is that an event with these cues is what its sentence reports."""
    return logits.likelihood(*weights_of(kind), cues)


def cues_of(
    scene: Scene, p: Predicate, word: EventWord, roles: Roles, event: Event, published: date | None
) -> tuple[str, ...]:
    """What speaks for or against an event's standing in the foreground, each cue once."""
    found = [
        *_of_word(p, word),
        *_of_form(scene, p),
        *_of_carrier(scene, p, roles),
        *_of_clause(scene, p),
        *_of_parties(scene, p, roles),
    ]
    found += [*_of_time(scene, p, event, published), *_of_setting(scene, p, event)]
    return tuple(sorted(set(found)))


def _of_word(p: Predicate, word: EventWord) -> Iterator[str]:
    if word.subevent:
        yield "word.subevent"
    if word.undergone:
        yield "word.death"
    if not p.verbal and p.about.number is Number.PLURAL:
        yield "noun.plural"


def _of_form(scene: Scene, p: Predicate) -> Iterator[str]:
    first = scene.analysed.sentence_at(p.first)[0]
    if p.verbal:
        yield "verb.past" if p.about.tense is Tense.PAST else "verb.other"
    else:
        yield from _of_noun(scene, p, first)
    if p.enclitic:
        yield "pronoun"
    if p.about.person == 1:
        yield "we"
    if p.first - first <= _EARLY:
        yield "place.early"
    elif p.first - first > _LATE:
        yield "place.late"


def _of_noun(scene: Scene, p: Predicate, first: int) -> Iterator[str]:
    label = label_of(scene, p)
    yield "noun.definite" if "ال" in p.proclitics else "noun.indefinite"
    if label in word_set("presupposing"):
        yield "noun.after-time-word"
    elif label in word_set("in"):
        yield "noun.in"
    elif label:
        yield "noun.behind-preposition"
    if p.first == first:
        yield "noun.opens"
        return
    before = scene.forms[p.first - 1]
    if is_a("background", before):
        yield "noun.background"
    if label or scene.analysed.tokens[p.first - 1].kind != "word" or p.first - 1 in scene.predicate_at:
        return
    if _heads_nothing(scene, p.first - 1):
        return
    if before not in closed() and not that_with_pronoun(scene, p.first - 1):
        yield "noun.of-noun"


def _heads_nothing(scene: Scene, at: int) -> bool:
    """Whether a word cannot be the first of a construct: one with the article, the end of a name."""
    return scene.forms[at].startswith("ال") or scene.referents.at(at) is not None


def _of_carrier(scene: Scene, p: Predicate, roles: Roles) -> Iterator[str]:
    if p.verbal:
        return
    if roles.carrier is None:
        yield "carried.not"
    elif not roles.carrier_id:
        yield "carried.relative"
    else:
        verb, told = _verb_above(scene, roles.carrier, roles.carrier_id)
        yield "carried.verb" if verb else "carried.noun"
        if told in _telling():
            yield "carried.told"


def _verb_above(scene: Scene, carrier: Predicate, name: str) -> tuple[bool, str]:
    """Whether a verb carries it, be it through a masdar, and that verb's entry: announced the launching of raids.

    A masdar with its doer right behind it is as good as a verb: the army's launching of raids.
    """
    doer = scene.referents.at(carrier.last)
    if carrier.verbal or (doer is not None and doer.how == "name" and not doer.particle):
        return True, name
    above = governor(scene, carrier)
    return (True, above[2]) if above and above[0].verbal else (False, name)


@cache
def _telling() -> frozenset[str]:
    """Verbs that announce a deed, bring it about or have it undergone."""
    return frozenset({"carry.aalana", "carry.asfara", "carry.tasabbaba", "carry.taarrada", "carry.awda"})


def _of_clause(scene: Scene, p: Predicate) -> Iterator[str]:
    """What opens the clause: the nearest word before that opens one."""
    first = scene.analysed.sentence_at(p.first)[0]
    for at in range(p.first - 1, max(first, p.first - _CLAUSE) - 1, -1):
        form = scene.forms[at]
        plain = form[1:] if form[0] in "وف" and len(form) > 3 else form
        if form in closed("relative"):
            yield "clause.relative"
            return
        if {form, plain} & word_set("that"):
            yield "clause.that" if p.about.tense is not Tense.PRESENT else "clause.that-it-do"
            return
        if plain in word_set("subordinating"):
            yield "clause.after"
            return
        if {form, plain} & word_set("when"):
            yield "clause.when"
            return
        if scene.analysed.tokens[at].kind == "mark":
            yield "clause.behind-mark"
            return
    if p.first - first <= _CLAUSE:
        yield "clause.main"


def _of_parties(scene: Scene, p: Predicate, roles: Roles) -> Iterator[str]:
    if roles.actor:
        yield "actor.named"
    elif roles.actor_arguments:
        yield "actor.unnamed"
    if roles.recipient:
        yield "recipient.named"
    elif roles.recipient_arguments:
        yield "recipient.unnamed"
    last = scene.analysed.sentence_at(p.first)[1]
    behind = range(p.last, min(last, p.last + _BEHIND))
    if stand_between(class_words("victims"), scene.forms, behind.start, behind.stop):
        yield "victims"
    if any(_counts(scene.forms[at]) for at in behind[:_COUNT]):
        yield "counted"
    elif any(_crowd_known(scene, at) for at in behind[:_COUNT]):
        yield "crowd.known"


def _counts(form: str) -> bool:
    return form[0].isdigit() or number_word(form) is not None or form in word_set("crowd_counts")


def _crowd_known(scene: Scene, at: int) -> bool:
    return scene.forms[at].startswith("ال") and is_a("demonstrators", scene.forms[at])


def _of_time(scene: Scene, p: Predicate, event: Event, published: date | None) -> Iterator[str]:
    if published is None:
        return
    if event.time and event.time.earliest:
        age = (published - event.time.earliest).days
        yield "time." + next((name for days, name in _AGES if age <= days), "old")
    else:
        yield "time.none"
    first, last = scene.analysed.sentence_at(p.first)
    moments = (moment.earliest for _, moment in scene.moments_between(first, last))
    if any(earliest and (published - earliest).days > _OLD for earliest in moments):
        yield "sentence.old"


def _of_setting(scene: Scene, p: Predicate, event: Event) -> Iterator[str]:
    first, last = scene.analysed.sentence_at(p.first)
    near = range(max(first, p.first - _AROUND), min(last, p.last + _AROUND))
    if any(is_a("weapons", scene.forms[at]) for at in near if not p.first <= at < p.last):
        yield "weapon"
    if event.place:
        yield "placed"
    if any(is_a("justice", scene.forms[at]) for at in range(first, last)):
        yield "justice"
    saying = scene.saying_at(p.first)
    if saying is None:
        yield "own-voice"
    elif saying.stance is not Stance.ASSERTS:
        yield "said.not-asserted"
    else:
        yield "said.quoted" if saying.mode is Mode.DIRECT else "said.reported"
    if event.status is not Status.ACTUAL:
        yield "not-actual"
