"""Who does what a verb tells that has no subject in its own clause: whoever is spoken of, or speaks."""

from collections.abc import Callable
from typing import TypeAlias

from khabar.extraction.events.agreement import agree, entities_agree, is_man
from khabar.extraction.events.antecedents import (
    Ids,
    named_by_that,
    only_particles,
    pronoun_means,
    pronoun_of,
    that_with_pronoun,
)
from khabar.extraction.events.arguments import arguments, is_plain_verb
from khabar.extraction.events.clauses import is_joined
from khabar.extraction.events.lexicon import closed, is_but_with_pronoun, stands_at, ware_words
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.relatives import is_relative
from khabar.extraction.events.scene import BARE, Scene
from khabar.extraction.events.subjects import is_that
from khabar.extraction.events.unnamed import is_accusative
from khabar.language.conjugation import Gender, Tense
from khabar.values.attribution import Mode
from khabar.values.entity import Kind
from khabar.values.event import EventType
from khabar.values.grammar import Number

_SENTENCE = 60  # tokens of a sentence that are looked at
_FEMININE = ("ة", "ات")
_LONG = 3  # letters; a longer verb in ت is surely feminine
_NOMINATIVE = "ون"
_OR = "او"
_NOT, _PRESENT = ("لم", "لن"), ("ي", "ت")
_PLURALS = ("ون", "ين")
_OF_WORDS = frozenset({EventType.REQUEST, EventType.REJECT, EventType.SUPPORT})
_SEVERAL = ("words", "group")  # noun phrases that name several people
ToldAt: TypeAlias = Callable[[int, Gender], Ids | None]  # the subject told at a token; None: none is told there


def subject_elsewhere(scene: Scene, told_at: ToldAt, p: Predicate, begin: int, taken: Ids) -> Ids:
    """The subject of a verb that has none beside it; nobody who is its object."""
    cued = scene.cued_by(p.first)
    if cued and not set(cued) & set(taken):
        return cued
    if _is_mine(scene, p):
        return scene.speaker_at(p.first)
    reference = scene.referents.at(begin - 1) if begin > 0 else None
    if reference and reference.how == "pronoun":
        return reference.entities
    if p.about.person == 1 or (that_with_pronoun(scene, begin - 1) and only_particles(scene, begin, p.first)):
        speaker = named_by_that(scene, p, begin - 1)
        if speaker or (p.about.person != 1 and p.about.number is not Number.DUAL):
            return speaker
    if begin > 0 and is_but_with_pronoun(scene.forms[begin - 1]):
        return _still_about(scene, told_at, begin - 1)
    if not _may_be_dropped(scene, p, begin):
        return ()
    first = scene.analysed.sentence_at(p.first)[0]
    # said that they fell, and threatened; of a verb of the present no noun has the letters
    again = p.first > 0 and (scene.forms[p.first - 1] == "،" or p.about.tense is Tense.PRESENT)
    others = False
    for at in range(p.first - 1, max(first, p.first - _SENTENCE) - 1, -1):
        ids = _topic_at(scene, p, at) or told_at(at, p.about.gender)
        if ids is None or (p.about.number is Number.DUAL and _describes_object(scene, at)):
            continue
        if not _is_said_of_another(scene, p, at, ids):
            return () if set(ids) & set(taken) else ids
        others = True
        if not again and not _is_of_several(scene, at):
            return ()
    if others:
        return ()
    speaker = tuple(e for e in scene.speaker_at(p.first) if e not in taken)
    found = _main_subject_before(scene, told_at, first) if only_particles(scene, first, p.first) else ()
    return next((ids for ids in (found, speaker) if ids and not _are_others(scene, p, ids)), ())


def _describes_object(scene: Scene, at: int) -> bool:
    """Whether a verb only describes what somebody else does something to: criticised the drills [that Ghana holds]."""
    return (
        at > 0
        and scene.forms[at - 1] in closed("relative", "whoever", "of_whoever")
        and bool(pronoun_of(scene.forms[at]))
    )


def _is_said_of_another(scene: Scene, p: Predicate, at: int, ids: Ids) -> bool:
    """Whether number or gender tells that a verb does not go on with the subject of one before: they fell, and he …"""
    before = scene.predicate_at.get(at)
    if p.about.number is not Number.SINGULAR or p.about.person != 3:
        return False
    if _is_of_several(scene, at):
        return True
    genders = {p.about.gender, before.about.gender if before is not None else Gender.EITHER}
    if genders == {Gender.FEMININE, Gender.MASCULINE}:
        return True
    people = [scene.entity(e) for e in ids]
    return p.about.gender is Gender.FEMININE and len(people) == 1 and is_man(scene, people[0])


def _are_others(scene: Scene, p: Predicate, ids: Ids) -> bool:
    """Whether a verb in the plural or the feminine is said of others than the one man who speaks or was spoken of."""
    people = [scene.entity(e) for e in ids]
    if p.about.person != 3 or len(people) != 1 or people[0].kind is not Kind.PERSON:
        return False
    she = p.about.number is Number.SINGULAR and p.about.gender is Gender.FEMININE
    return p.about.number is Number.PLURAL or (she and is_man(scene, people[0]))


def _is_mine(scene: Scene, p: Predicate) -> bool:
    """Whether letters that may be I did or she did stand in what one person says himself: "I asked him", طلبت."""
    saying = scene.saying_at(p.first)
    own = saying is not None and saying.mode is Mode.DIRECT and bool(saying.chain) and len(saying.chain[-1]) == 1
    past = p.about.tense is Tense.PAST and p.about.gender is Gender.FEMININE and p.about.number is Number.SINGULAR
    told = past and not p.enclitic and scene.forms[p.first].endswith("ت")
    return told and own and all(scene.entity(e).kind is Kind.PERSON for e in scene.speaker_at(p.first))


def _is_of_several(scene: Scene, at: int) -> bool:
    """Whether the verb at a token stands in the dual or plural of the third person."""
    verb = scene.predicate_at.get(at)
    return verb is not None and verb.about.number is not Number.SINGULAR and verb.about.person == 3


def _still_about(scene: Scene, told_at: ToldAt, but: int) -> Ids:
    """Whom the pronoun in لكنه means: the last subject before it that agrees with it, else the last so named."""
    pronoun = pronoun_of(scene.forms[but])
    first = scene.analysed.sentence_at(but)[0]
    for at in range(but - 1, first - 1, -1):
        ids = told_at(at, Gender.EITHER)
        if ids and entities_agree(scene, pronoun, ids):
            return ids
    return pronoun_means(scene, but)


def _main_subject_before(scene: Scene, told_at: ToldAt, sentence: int) -> Ids:
    """Whom the sentence before is about: the subject of its first verb that has one."""
    paragraph = scene.analysed.paragraph_at(sentence)[0]
    if sentence <= paragraph:
        return ()
    first = scene.analysed.sentence_at(sentence - 1)[0]
    told = (told_at(at, Gender.EITHER) for at in range(first, min(sentence, first + _SENTENCE)))
    return next((ids for ids in told if ids), ())


def subject_of_plain_verb(scene: Scene, at: int) -> Ids | None:
    """The subject of a verb that opens a sentence and that no lexicon holds: the army lost a town, and it …"""
    form = scene.forms[at].removeprefix("و")  # ولفت is no feminine
    opens = at == scene.analysed.sentence_at(at)[0] and form not in closed() and len(form) > _LONG
    subject = arguments(scene, at + 1, at + 2)[0] if opens and is_plain_verb(scene, at) else ()
    return subject[0].entities if subject and agree(scene, Gender.FEMININE, subject[0]) else None


def subject_of_denied_verb(scene: Scene, at: int, gender: Gender) -> Ids | None:
    """The subject of a verb behind لم that no lexicon holds: Ghana did not content itself with that, and it …"""
    denied = at > 0 and scene.forms[at - 1].lstrip("وف") in _NOT and scene.forms[at].startswith(_PRESENT)
    subject = arguments(scene, at + 1, at + 2)[0] if denied and scene.referents.at(at + 1) else ()
    return subject[0].entities if subject and agree(scene, gender, subject[0]) else None


def _topic_at(scene: Scene, p: Predicate, at: int) -> Ids | None:
    """Whom the clause is about that أن opens there, where a verb goes on with it: that Ghana …, and sells."""
    saying = scene.saying_at(p.first)
    if not is_that(scene, at) or saying is None or scene.saying_at(at + 1) is not saying:
        return None
    topic = next(iter(arguments(scene, at + 1, p.first)[0]), None)
    if topic is None or topic.start != at + 1 or topic.label != BARE:
        return None
    if p.about.person != 3:
        return None
    if p.about.number is Number.PLURAL:
        several = topic.how in _SEVERAL or scene.forms[topic.last - 1].endswith(_PLURALS)
        return topic.entities or None if several else None
    one = p.about.number is Number.SINGULAR
    return topic.entities or None if one and agree(scene, p.about.gender, topic) else None


def _may_be_dropped(scene: Scene, p: Predicate, begin: int) -> bool:
    """Whether nobody unknown to us can be the subject: nothing but particles before, no plain noun behind."""
    if p.about.tense is Tense.ACTIVE_PARTICIPLE:
        return True  # answered, hitting a town
    if not only_particles(scene, begin, p.first) or (begin == p.first and is_relative(scene, begin - 1)):
        return False
    if p.last < len(scene.forms) and scene.forms[p.last].endswith(_NOMINATIVE) and not scene.referents.at(p.last):
        return False  # and others were wounded
    if p.passive and _is_noun(scene, p.last):
        return False  # and its captain was sent to court
    particle = not {"و", "ف"} & set(p.proclitics)
    if (
        (is_joined(scene, p) and not (particle and _is_unknown_subject(scene, p.last)))
        or (p.enclitic and not _is_unknown_subject(scene, p.last))
        or p.last >= len(scene.forms)
    ):
        return True
    if any(word.goods for word in p.words) and stands_at(ware_words(), scene.forms, p.last):
        return True  # had exported arms
    behind = scene.forms[p.last]
    if behind == _OR:
        return False  # killed or wounded a soldier
    if _asks_for_deed(scene, p) or _carries_object(scene, p):
        return True
    plain = scene.analysed.tokens[p.last].kind == "word" and behind not in closed()
    return not plain or bool(scene.attached_preposition(p.last)) or scene.referents.at(p.last) is not None


def _asks_for_deed(scene: Scene, p: Predicate) -> bool:
    """Whether a noun of what somebody is to do stands behind a verb of asking or refusing: asked to hold a session."""
    deed = scene.predicate_at.get(p.last)
    plain = deed is not None and not deed.verbal and "ال" not in deed.proclitics
    return plain and bool(p.words) and not p.passive and all(word.type in _OF_WORDS for word in p.words)


def _carries_object(scene: Scene, p: Predicate) -> bool:
    """Whether the noun of a deed behind a verb that carries it cannot be its subject: where he held talks.

    It ends in the accusative, or is feminine behind a verb of the masculine.
    """
    deed = scene.predicate_at.get(p.last) if p.carriers and not p.passive else None
    if deed is None or deed.verbal or {"ال", "ب", "ل"} & set(deed.proclitics):
        return False
    form = scene.forms[deed.first]
    return is_accusative(form) or (p.about.gender is Gender.MASCULINE and form.endswith(_FEMININE))


def _is_noun(scene: Scene, at: int) -> bool:
    """Whether a word of no closed class stands there that names nobody known, and no date."""
    form = scene.forms[at] if at < len(scene.forms) else ""
    word = bool(form) and scene.analysed.tokens[at].kind == "word" and form not in closed()
    return word and not scene.attached_preposition(at) and not scene.referents.at(at) and at not in scene.time_tokens


def _is_unknown_subject(scene: Scene, at: int) -> bool:
    """Whether a definite noun that names nobody known stands behind a verb with its object: wounded him a guard."""
    form = scene.forms[at] if at < len(scene.forms) else ""
    return form.startswith("ال") and form not in closed() and scene.referents.at(at) is None
