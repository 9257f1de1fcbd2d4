"""Who of those that a clause names may speak: nobody behind a preposition, joint speakers as one."""

from functools import cache

from khabar.extraction.attributions.classes import folded, opens
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.names.words import is_function_word
from khabar.extraction.references import Reference
from khabar.language.normalise import fold
from khabar.values.attribution import Link
from khabar.values.entity import EntityId, Kind

SPEAKS = frozenset({"name", "group", "description", "pronoun"})
CLOSING = frozenset({'"', "»", "”"})
_NOT_CONSTRUCT = ("ا", "ين", "ون", "ان", "ه", "ها", "هم")  # endings of a noun that nothing in the genitive follows
_ITS = ("ها", "ه", "هم", "هما")  # pronouns of the one before
_SHORTEST = 5  # letters of a noun with و and such a pronoun
OPENING = frozenset({'"', "«", "“", "("})
_OFFICE = 7  # tokens from an office to the name behind it
_COVER_REACH = 12  # tokens of the longest cover and two words after it
_ATTACHED = frozenset({"ب", "ل", "ك"})  # and apart before a quotation mark: لـ"رويترز"


def first_subject(scene: Scene, begin: int, end: int) -> Reference | None:
    """The first reference that no preposition governs, itself or through one that it is joined to with و."""
    governed = begin - 2
    for reference in scene.referents.between(begin, end):
        with_and = reference.particle.startswith("و") or scene.form(reference.first - 1) == "و"
        own_verb = reference.first == begin and reference.particle[-1:] not in _ATTACHED  # 'ما [نشرته] الصحيفة'
        led = (not own_verb and is_governed(scene, reference)) or _owns_the_matter(scene, begin, reference)
        if led or (with_and and governed >= reference.first - 1):
            governed = reference.last
        elif reference.how in SPEAKS and not (scene.is_bare_place(reference) or _given_beside(scene, begin, reference)):
            return reference
    return None


def _owns_the_matter(scene: Scene, begin: int, reference: Reference) -> bool:
    """Whether it only tells whose the thing is that is spoken about: 'وتابع معلقا على قرار [الرئيس]: …'."""
    noun = reference.first - 1
    if reference.particle or noun <= begin or scene.form(noun - 1) not in folded("about"):
        return False
    form = scene.form(noun)
    construct = form[:1].isalpha() and not form.startswith("ال") and not form.endswith(_NOT_CONSTRUCT)
    closed = is_function_word(form) or opens("by_mouth", scene.analysed.tokens, noun - 1)
    return construct and not closed and scene.referents.at(noun) is None


def subject_in(scene: Scene, begin: int, end: int) -> Link | None:
    """The first speaker of a stretch that no preposition governs."""
    first = first_subject(scene, begin, end)
    if first is None:
        return None
    comma = first.last + scene.form(first.last).startswith("ال")
    beside = scene.referents.at(comma + 1) if first.how == "description" else None
    if beside and beside.how == "name" and scene.form(comma) == scene.form(beside.last) == "،":
        first = beside  # 'أقامت شقيقة الطبيب الشهير، ليلى سالم، دعوى'
    first = _named_behind(scene, first, end) or first
    return joined(scene, first, end)[0]


def _named_behind(scene: Scene, first: Reference, end: int) -> Reference | None:
    """The name right behind an office and what it is of: '[المحلل] في شؤون الطاقة سامي النجار'."""
    if first.how not in {"group", "description"}:
        return None
    reach = min(end, first.last + _OFFICE)
    comma = next((at for at in range(first.last, reach) if scene.form(at) == "،"), reach)
    for reference in scene.referents.between(first.last, comma):
        person = reference.how == "name" and kind_of(scene, reference.entities[0]) is Kind.PERSON
        if person and not reference.particle:
            return reference if scene.form(reference.first - 1).startswith(("ال", "لل", "بال")) else None
    return None


def _given_beside(scene: Scene, begin: int, reference: Reference) -> bool:
    """Whether a cover of its own gives it: 'وأضاف، بحسب ما نقلت [الوكالة]، أن'."""
    near = scene.cues_between(max(begin, reference.first - _COVER_REACH), reference.first)
    return any(c.covers and not c.cue.weak and c.last <= reference.first <= c.last + 2 for c in near)


def stands_in_cover(scene: Scene, reference: Reference) -> bool:
    """Whether words such as بحسب give it as a source, right before it."""
    near = scene.cues_between(reference.first - _COVER_REACH, reference.first)
    return any(c.covers and c.last <= reference.first <= c.last + 2 for c in near)


def is_governed(scene: Scene, reference: Reference) -> bool:
    """Whether a preposition stands before the reference, attached or apart."""
    if reference.particle[-1:] in _ATTACHED:
        return True
    if reference.how == "group" and scene.form(reference.first) in folded("prepositions"):
        return True
    before = reference.first - 1
    if scene.form(before) in OPENING or scene.form(before) in folded("this"):
        before -= 1  # 'بشأن هذه [التقارير]'
    if scene.form(before - 1) in folded("each_of"):
        return False  # 'قالت كل من فرنسا وألمانيا إن'
    form = scene.form(before)
    return form in _governing() or (form[:1] == "و" and form[1:] in _governing())


@cache
def _governing() -> frozenset[str]:
    """The words before a reference that govern it."""
    return _ATTACHED | folded("prepositions", "medium_marks", "by_relay")


def joined(scene: Scene, first: Reference, end: int) -> tuple[Link, int]:
    """The speakers that are named together from this reference on, and where they end."""
    speakers: list[EntityId] = list(first.entities)
    last = first.last
    for reference in scene.referents.between(first.last, end):
        between = [scene.form(i) for i in range(last, reference.first)]
        if reference.how == "adjective" and not between:
            last = reference.last
            continue
        with_and = reference.particle.startswith("و") or between in (["و"], [fold("أو")])
        listed = between == ["،"] and _list_goes_on(scene, reference, end)
        if (
            reference.how in SPEAKS
            and not scene.is_bare_place(reference)
            and ((with_and and between in ([], ["و"], [fold("أو")])) or listed)
        ):
            speakers += [e for e in reference.entities if e not in speakers]
            last = reference.last
        else:
            break
    last += len(speakers) == 1 and scene.form(last) in folded("himself")  # 'لم ينف الوزير [نفسه] الأمر'
    return tuple(speakers), _with_company(scene, last)


def _with_company(scene: Scene, last: int) -> int:
    """Past those whom only a pronoun ties to the speaker, 'بريطانيا [وحلفاؤها الغربيون]', and what describes a name."""
    form = scene.form(last)
    company = form.startswith("و") and form.endswith(_ITS) and len(form) > _SHORTEST and last not in scene.cue_at
    if company and scene.referents.at(last) is None:
        last += 1
    elif scene.form(last - 1) not in CLOSING:
        return last
    told, cue = scene.referents.at(last), scene.cue_at.get(last)
    plain = scene.form(last).startswith("ال") and not (cue and cue.finite)
    plain = plain and (told is None or told.how == "description")
    return last + 1 if plain else last  # 'حزب «العدالة» [الحاكم]'


def _list_goes_on(scene: Scene, reference: Reference, end: int) -> bool:
    """Whether after 'A، B' comes a 'وC': a list of names, no apposition."""
    following = scene.referents.between(reference.last, end)
    return bool(following) and following[0].particle.startswith("و") and following[0].first == reference.last


def kind_of(scene: Scene, entity: EntityId) -> Kind:
    """The kind of an entity."""
    return scene.referents.by_id[entity].kind


def one_of_them(scene: Scene, cue: CueAt | None) -> bool:
    """Whether one or some of those told of before are the verb's subject: 'وقال [أحدهم] إن'."""
    return cue is not None and cue.finite and scene.form(cue.last) in folded("one_of_them")
