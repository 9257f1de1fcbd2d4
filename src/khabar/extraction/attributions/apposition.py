"""Names in apposition to an office: 'قال الناطق، كريم سالم، إن'."""

from khabar.extraction.attributions.addressees import takes_object
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.subjects import OPENING, is_governed, kind_of
from khabar.extraction.references import Reference
from khabar.values.entity import Kind


def named_beside(scene: Scene, cue: CueAt, first: Reference, end: int) -> Reference | None:
    """The name that stands in apposition: 'قال الناطق، كريم سالم، إن', 'محامي عائلة سالم، نبيل حداد'."""
    unknown_head = first.first > cue.last and scene.form(first.first - 1) not in {"،", "و"} | OPENING
    if first.how not in {"group", "description"} and not unknown_head:
        return None
    for reference in scene.referents.between(first.last, end):
        if reference.how == "name" and kind_of(scene, reference.entities[0]) is Kind.PERSON:
            apposed = scene.form(reference.first - 1) == "،" and not is_governed(scene, reference)
            apposed = apposed and (scene.form(reference.last) == "،" or not takes_object(cue))
            return reference if apposed else None
        if reference.how != "adjective" and scene.form(reference.first - 1) == "،":
            return None
    return None


def named_last(scene: Scene, cue: CueAt, first: Reference, end: int) -> Reference | None:
    """The name right before what is said, after a long office: 'مدير الصندوق المشرف على القافلة محمود رشدي إن'."""
    if takes_object(cue) or (first.how == "name" and kind_of(scene, first.entities[0]) is Kind.PERSON):
        return None
    if first.how == "name" and first.first == cue.last:
        return None  # 'أعلن البيت الأبيض إلغاء ترامب، زيارته': the subject is whole
    for reference in scene.referents.between(first.last, end):
        is_person = reference.how == "name" and kind_of(scene, reference.entities[0]) is Kind.PERSON
        deputy = reference.particle == "ل" and _is_office_of(scene, first, reference)
        if deputy and _ends_the_source(scene, reference, end):
            return reference
        beside = is_person and reference.first == first.last and not reference.particle
        if beside and first.how in {"group", "description"}:
            return reference  # 'قال [المعلق العسكري] كريم سالم للصحافيين إن'
        if is_person and not reference.particle and _ends_the_source(scene, reference, end):
            before = scene.form(reference.first - 1)
            told = scene.referents.at(reference.first - 1)
            return reference if told is not None or before.startswith(("ال", "لل", "بال")) else None
    return None


def _is_office_of(scene: Scene, first: Reference, behind: Reference) -> bool:
    """'[النائب الأول] لوزير الخارجية سامي نجار': an office with its adjective, which ل makes that of another office."""
    adjective = first.last
    ranked = first.how in {"group", "description"} and behind.first == adjective + 1
    ranked = ranked and scene.form(adjective).startswith("ال") and scene.referents.at(adjective) is None
    named = scene.entity(behind)
    return ranked and named.kind is Kind.PERSON and behind.last - behind.first > len(named.name.split())


def _ends_the_source(scene: Scene, reference: Reference, end: int) -> bool:
    """Whether nothing but a medium, a day or an aside stands between the name and what is said."""
    after = reference.last
    told = scene.referents.at(after)
    return after == end or scene.form(after) in {"،", ":"} or (told is not None and told.particle == "ل")
