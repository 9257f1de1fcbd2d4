"""Who does what a verb tells that has no subject in its own clause: whoever is spoken of, or speaks."""

from collections.abc import Callable
from typing import TypeAlias

from khabar.extraction.events.agreement import agree, entities_agree
from khabar.extraction.events.antecedents import (
    Ids,
    named_by_that,
    only_particles,
    pronoun_means,
    pronoun_of,
    that_with_pronoun,
)
from khabar.extraction.events.arguments import arguments, is_plain_verb
from khabar.extraction.events.lexicon import closed, is_but_with_pronoun, stands_at, ware_words
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.relatives import is_relative
from khabar.extraction.events.scene import BARE, Scene
from khabar.extraction.events.subjects import is_that
from khabar.language.conjugation import Gender, Tense
from khabar.values.grammar import Number

_SENTENCE = 60  # tokens of a sentence that are looked at
_LONG = 3  # letters; a longer verb in ت is surely feminine
ToldAt: TypeAlias = Callable[[int, Gender], Ids | None]  # the subject told at a token; None: none is told there


def subject_elsewhere(scene: Scene, told_at: ToldAt, p: Predicate, begin: int, taken: Ids) -> Ids:
    """The subject of a verb that has none beside it; nobody who is its object."""
    cued = scene.cued_by(p.first)
    if cued and not set(cued) & set(taken):
        return cued
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
    for at in range(p.first - 1, max(first, p.first - _SENTENCE) - 1, -1):
        ids = _topic_at(scene, p, at) or told_at(at, p.about.gender)
        if ids is not None:
            return () if set(ids) & set(taken) else ids
    if only_particles(scene, first, p.first):
        return _main_subject_before(scene, told_at, first) or scene.speaker_at(p.first)
    return scene.speaker_at(p.first)


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


def _topic_at(scene: Scene, p: Predicate, at: int) -> Ids | None:
    """Whom the clause is about that أن opens there, where a verb goes on with it: that Ghana …, and sells."""
    saying = scene.saying_at(p.first)
    if not is_that(scene, at) or saying is None or scene.saying_at(at + 1) is not saying:
        return None
    topic = next(iter(arguments(scene, at + 1, p.first)[0]), None)
    if topic is None or topic.start != at + 1 or topic.label != BARE:
        return None
    one = p.about.number is Number.SINGULAR and p.about.person == 3
    return topic.entities or None if one and agree(scene, p.about.gender, topic) else None


def _may_be_dropped(scene: Scene, p: Predicate, begin: int) -> bool:
    """Whether nobody unknown to us can be the subject: nothing but particles before, no plain noun behind."""
    if not only_particles(scene, begin, p.first) or (begin == p.first and is_relative(scene, begin - 1)):
        return False
    if (
        {"و", "ف"} & set(p.proclitics)
        or (p.enclitic and not _is_unknown_subject(scene, p.last))
        or p.about.tense is Tense.ACTIVE_PARTICIPLE
        or p.last >= len(scene.forms)
    ):
        return True
    if any(word.goods for word in p.words) and stands_at(ware_words(), scene.forms, p.last):
        return True  # had exported arms
    behind = scene.forms[p.last]
    plain = scene.analysed.tokens[p.last].kind == "word" and behind not in closed()
    return not plain or bool(scene.attached_preposition(p.last)) or scene.referents.at(p.last) is not None


def _is_unknown_subject(scene: Scene, at: int) -> bool:
    """Whether a definite noun that names nobody known stands behind a verb with its object: wounded him a guard."""
    form = scene.forms[at] if at < len(scene.forms) else ""
    return form.startswith("ال") and form not in closed() and scene.referents.at(at) is None
