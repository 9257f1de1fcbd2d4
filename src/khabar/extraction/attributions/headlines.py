"""The parts of a headline, each with a speaker of its own: 'موسكو تنفي الخبر وواشنطن تتحدث عن أدلة'."""

from khabar.extraction.attributions.classes import folded
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.subjects import SPEAKS
from khabar.extraction.names.words import is_function_word
from khabar.language.conjugation import Gender, Tense
from khabar.values.attribution import Stance

DOTS = frozenset({"..", "…"})
_CLOSING = 2  # tokens of the last word of a headline and a mark behind it
_OF_PRESENT, _NO_VERB = ("ي", "ت"), ("ا", "ة", "ات")  # letters of a verb of the present, and endings of none
_SHORTEST = 3  # letters of such a form that is oftener a noun: يوم
_HEADLINE = 40  # tokens of a line that no full stop closes


def part_begins(scene: Scene, at: int, nominal: bool) -> bool:
    """Whether here begins what somebody else says in a headline, or the same one with another verb.

    `nominal`: what is said before is a noun phrase, to which no clause can be joined.
    """
    dots = scene.form(at) in DOTS
    first = at + dots
    if not scene.form(first).startswith("و"):
        return False
    verb = scene.cue_at.get(first)
    if verb is not None and verb.finite and not dots:
        return nominal and joins_in_present(scene, verb)
    if own_colon(scene, first):
        return True
    if not is_headline(scene, at):
        return False
    if dots and nominal:
        return True  # 'الوزارة تؤكد صحة الخبر.. [والجيش يستعد]'
    behind = _behind_next(scene, first)
    if behind is None:
        return False
    verb = scene.cue_at.get(behind)
    says = verb is not None and verb.finite and verb.inflection.tense is Tense.PRESENT
    acts = says or (verb is None and _acts(scene, first, behind))
    return (nominal and acts and not _led(scene, at)) or _answers(scene, behind, verb)


def _acts(scene: Scene, first: int, at: int) -> bool:
    """Whether who is named by a name does something in the present: 'الكرملين ينفي الصفقة [وكييف تقطع] العلاقات'."""
    subject, form = scene.referents.at(first), scene.form(at)
    named = subject is not None and subject.how == "name" and not scene.is_bare_place(subject)
    present = form.startswith(_OF_PRESENT) and len(form) > _SHORTEST and not form.endswith(_NO_VERB)
    return named and present and scene.referents.at(at) is None and not is_function_word(form)


def is_headline(scene: Scene, at: int) -> bool:
    """Whether a line is a headline: short, and no full stop closes it."""
    begin, end = scene.analysed.sentence_at(at)
    return end - begin < _HEADLINE and scene.form(end - 1) != "." and scene.quote_over(at) is None


def own_colon(scene: Scene, first: int) -> bool:
    """'…، [وواشنطن]: لدينا أدلة': a speaker, and nothing but a colon behind him."""
    speaker = scene.referents.at(first)
    led = speaker is not None and speaker.first == first and speaker.how in SPEAKS and speaker.particle == "و"
    alone = led and speaker is not None and scene.form(speaker.last) == ":" and not scene.is_bare_place(speaker)
    return alone and is_headline(scene, first) and _tells_before(scene, first)


def _tells_before(scene: Scene, first: int) -> bool:
    """Whether a part of the headline stands before, and not one who speaks jointly: 'هولندا [وكندا]: …'."""
    begin = scene.analysed.sentence_at(first)[0]
    said = any(cue.finite for cue in scene.cues_between(begin, first))
    return said or any(scene.form(at) in {":", *DOTS} for at in range(begin, first))


def _behind_next(scene: Scene, first: int) -> int | None:
    """The token behind the subject that و brings: 'والسفارة [ترد]', 'والأخير [ينفي]'; None: it brings none."""
    subject = scene.referents.at(first)
    if subject is None:
        return first + 1 if scene.form(first).startswith("وال") else None
    if subject.first != first or subject.particle != "و" or subject.how not in SPEAKS:
        return None
    beside = scene.referents.at(subject.last)
    return beside.last if beside is not None and beside.how == "adjective" else subject.last


def _answers(scene: Scene, at: int, verb: CueAt | None) -> bool:
    """Whether somebody answers what the headline gave before: 'الوزارة: لا نقص في القمح [والسكان يردون]'."""
    denies = verb is not None and verb.cue.stance is Stance.DENIES
    return scene.form(at) in folded("answers") and (denies or scene.analysed.sentence_at(at)[1] - at <= _CLOSING)


def joins_in_present(scene: Scene, verb: CueAt) -> bool:
    """'الوزير يندد بالقرار [ويصف] …': a present joined to the main verb, since none is joined to a noun."""
    if verb.inflection.tense is not Tense.PRESENT or verb.proclitics[:1] != ("و",):
        return False
    begin = scene.analysed.sentence_at(verb.first)[0]
    before = next((cue for cue in reversed(scene.cues_between(begin, verb.first)) if cue.finite), None)
    if before is None or before.inflection.tense is not Tense.PRESENT or before.passive:
        return False
    told, own = verb.inflection, before.inflection
    agrees = told.number is own.number and (told.gender is own.gender or Gender.EITHER in {told.gender, own.gender})
    return agrees and not _led(scene, verb.first)


def _led(scene: Scene, at: int) -> bool:
    """Whether the verb before stands in a clause about a noun, to which what follows may be joined."""
    begin = scene.analysed.sentence_at(at)[0]
    before = next((cue for cue in reversed(scene.cues_between(begin, at)) if cue.finite), None)
    if before is None:
        return False
    word = scene.form(before.first - 1)
    subject = scene.referents.at(before.first - 1)
    spoken = before.first == begin or (subject is not None and subject.how in SPEAKS and subject.last == before.first)
    plain = word.startswith("ال") or subject is not None
    return word in folded("who") or not (spoken or plain or bool(before.proclitics))
