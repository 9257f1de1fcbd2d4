"""Commas between a verb of saying and what it opens: round a name, an office, an aside, or before another clause."""

from khabar.extraction.attributions.addressees import takes_object
from khabar.extraction.attributions.agreement import is_plural
from khabar.extraction.attributions.classes import folded
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.names.words import is_function_word

OFFICE = 14  # tokens of an office, or of where something was said, between commas
_OF_STATEMENT = 3  # tokens of 'في بيان', with an adjective
_BESIDE = 9  # tokens of a clause between commas, said of the speaker beside


def sets_name_off(scene: Scene, at: int) -> bool:
    """Whether the comma stands round a name behind its title: 'اتهم الرئيس، فلان الفلاني، الدول ب…'."""
    if scene.referents.at(at) is not None:
        return True
    titled = scene.referents.at(at - 1)
    return titled is not None and any(scene.form(i) == "،" for i in range(titled.first, at))


def behind_office(scene: Scene, comma: int, end: int) -> int | None:
    """The comma that closes the office of who is named before: 'دعا بيغون، المبعوث إلى كوريا[،] نظيره إلى'."""
    named = scene.referents.at(comma - 1)
    if named is None or named.last != comma or named.how != "name" or not scene.entity(named).roles:
        return None
    start = scene.analysed.tokens[comma + 1].start if comma + 1 < end else -1
    if all(role.span.start != start for role in scene.entity(named).roles):
        return None
    close = next((at for at in range(comma + 1, min(comma + OFFICE, end)) if scene.form(at) == "،"), None)
    told = close is None or any(cue.finite for cue in scene.cues_between(comma, close))
    return None if told else close


def parts_object(scene: Scene, cue: CueAt, comma: int) -> bool:
    """Whether a needless comma parts a speaker by his full name from whom he addresses: 'طالب سالم، الغرب بـ…'."""
    speaker, other = scene.referents.at(comma - 1), scene.referents.at(comma + 1)
    if not takes_object(cue) or speaker is None or speaker.last != comma or speaker.how != "name":
        return False
    named = other is not None and other.first == comma + 1 and other.how == "name" and not other.particle
    plural = other is not None and other.how == "group" and is_plural(scene.entity(other))  # 'الأطراف الأخرى'
    noun = scene.form(comma + 1).startswith("ال") and not is_function_word(scene.form(comma + 1))
    definite = (other is None or plural) and noun and comma + 1 not in scene.cue_at
    behind = other.last if other is not None else comma + 2
    return cue.last <= speaker.first and (named or definite) and scene.form(behind) != "،"


def opens_clause(scene: Scene, at: int) -> bool:
    """Whether after the comma a clause is joined with و, or tells when: what opens a content there is not this verb's.

    'شهدت المدينة اللقاء، حين تبادلا هديتين: …'
    """
    return scene.form(at) in folded("when") or _joins_clause(scene, at)


def closes_at_once(scene: Scene, at: int, end: int) -> bool:
    """Whether another comma closes the clause, and what is said begins behind it: '، ومقره لندن، أن'."""
    close = next((i for i in range(at + 1, min(at + _BESIDE, end)) if scene.form(i) == "،"), end)
    stated = scene.form(close + 1) in folded("prepositions") and scene.form(close + 2) in folded("a_statement")
    opening = range(close + 1, close + 2 + stated * _OF_STATEMENT)  # '، ومقرها لندن، [في بيان مقتضب] أن'
    return any(scene.form(i) in folded("that", "by_that") for i in opening)


def _joins_clause(scene: Scene, at: int) -> bool:
    """Whether a word joins a clause with و."""
    return scene.form(at).startswith("و") and scene.referents.at(at) is None and at not in scene.cue_at
