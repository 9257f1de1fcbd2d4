"""Bare objects as contents, and nouns that stand where a subject or an object may."""

from khabar.extraction.attributions.asides import QUOTATION_MARKS, after_asides, folded_time_words
from khabar.extraction.attributions.classes import folded, opens
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.fronted import had_told
from khabar.extraction.attributions.markers import Marker, object_marker
from khabar.extraction.attributions.precedents import said_before
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.source import Source
from khabar.extraction.attributions.sources import says_itself
from khabar.extraction.names.words import is_function_word
from khabar.knowledge.speech import OBJECT, CuePos
from khabar.language.analysis import Range
from khabar.language.conjugation import Gender, Tense
from khabar.language.normalise import fold
from khabar.values.attribution import Stance
from khabar.values.event import EventType
from khabar.values.why import SourceRule

_OWN = ("ها", "هم", "ه")  # pronouns of whose it is
_CLITICS = frozenset("بلك")
_DESCRIBED = 16  # tokens of a noun phrase that is described as something


def object_first(scene: Scene, cue: CueAt, source: Source | None, marker: Marker) -> bool:
    """Whether a bare object stands between the source and the marker: 'نفت الوزارة قول الشركة إنها …'."""
    quoted_behind = marker.sort == "quote" and cue.cue.stance is Stance.DENIES and scene.form(marker.at - 1) == "،"
    if not (marker.sort == "that" or quoted_behind) or OBJECT not in cue.cue.content or cue.cue.weak_object:
        return False
    if cue.cue.also_plain and cue.cue.stance is not Stance.DENIES:
        return False
    after = after_asides(scene, max(source.end if source else 0, cue.last), marker.at)
    told = source is not None and (source.end > 0 or source.by is SourceRule.RIGHT_BEFORE)
    if told and cue.cue.stance is Stance.DENIES and _denied_thing(scene, after, marker.at):
        return True
    if marker.at - after < 2 or scene.form(after) in folded("prepositions") or not scene.form(after)[:1].isalpha():
        return False
    other = scene.cue_at.get(after)
    return other is not None and not other.finite and not other.covers


def _denied_thing(scene: Scene, at: int, marker: int) -> bool:
    """Whether a noun stands right after the one who denies: 'نفى الكرملين صحة هذه التقارير …'."""
    form = scene.form(at)
    return marker - at > 1 and form[:1].isalpha() and form not in folded("prepositions", "that")


def object_of(scene: Scene, cue: CueAt, source: Source | None) -> Marker | None:
    """The bare object that a cue has as its content."""
    if scene.form(cue.first - 1) in folded("bare_that") and not said_before(scene, cue):
        return None  # 'قبل أن تعلن اللجنة قرارها': nothing was said yet
    rejects = cue.cue.stance is Stance.DENIES or cue.circumstantial
    if _ends_in_noun(scene, cue):
        return _inside_phrase(scene, cue, source)
    if cue.finite and cue.enclitic:
        return _judged(scene, cue, source)  # the pronoun is the object
    if OBJECT not in cue.cue.content:
        return None
    if cue.cue.also_plain and not rejects:
        return _asked_of(scene, cue, source) or _shown_by(scene, cue, source)
    if source is None:
        told = cue.last + (scene.form(cue.last) in QUOTATION_MARKS)
        goes_on = cue.circumstantial or (cue.cue.stance is Stance.DENIES and tells_something(scene, told))
        own = cue.cue.carries and cue.proclitics[:1] == ("و",) and _of_ones_own(scene, cue.last)
        turned = bool(cue.cue.negated) and scene.form(cue.first - 2) in folded("but")  # 'لكنها لم [تؤكد] صحة ذلك'
        goes_on = (goes_on or own or turned) and not says_itself(scene, cue)
        return object_marker(scene, cue, cue.last) if goes_on else None
    marker = object_marker(scene, cue, max(source.end, cue.last))
    before = source.by is SourceRule.RIGHT_BEFORE and scene.form(cue.last) not in folded("wherein")
    before = before or scene.form(cue.last - 1) in folded("wherein")  # 'واشنطن التي [رأت فيه] انحيازا'
    told = source.end or before or (cue.first > 1 and opens("before_verb", scene.analysed.tokens, cue.first - 1))
    if marker and cue.cue.weak_object and not (told and tells_something(scene, marker.begins)):
        return None
    return marker


def with_what_is_described(scene: Scene, cue: CueAt, source: Source | None, marker: Marker, content: Range) -> Range:
    """The content with the noun before بأن that it is said of: 'وصف الوزير [تلك الأقوال بأنها ملفقة]'.

    Who is described by name is no part of it, nor what ما stands for: 'وصف إيران بأنها', 'وصف ما جرى بأنه'.
    """
    if not cue.cue.describes or marker.sort != "that" or cue.enclitic:
        return content
    begin = max(cue.last, source.end if source else 0)
    begin = next((at + 1 for at in range(marker.at - 1, begin - 1, -1) if scene.form(at) == "،"), begin)
    told = scene.referents.at(begin)
    noun = scene.form(begin + (scene.form(begin) in folded("this")))  # 'تلك [الأقوال]', not 'وصف ذلك بأنه'
    definite = noun.startswith("ال") and noun not in folded("who")
    if not (0 < marker.at - begin <= _DESCRIBED and definite) or (told is not None and told.how == "name"):
        return content
    if any(other.finite for other in scene.cues_between(begin, marker.at)):
        return content  # 'وصف الغارات التي أعلنت إسرائيل شنها بأنها': what another says of it
    quoted = scene.quote_before.get(content[1])  # whose opening mark now stands within
    return begin, content[1] + (quoted is not None and quoted.first == content[0])


def _judged(scene: Scene, cue: CueAt, source: Source | None) -> Marker | None:
    """'فاعتبرها الوزير [محاولة ابتزاز]', 'واعتبرته "كذبا"': what that is held to be which the pronoun stands for."""
    if not (cue.cue.mental and cue.cue.carries) or cue.inflection.tense is Tense.PRESENT:
        return None
    marker = object_marker(scene, cue, max(source.end if source else 0, cue.last))
    if marker is None or not (marker.at in scene.quote_after or tells_something(scene, marker.begins)):
        return None
    return marker


def _of_ones_own(scene: Scene, at: int) -> bool:
    """Whether a noun of what is said bears the speaker's pronoun: 'وأكدت [دعمها] الاتفاق', 'وأعلن [رفضه] القرار'."""
    form, other = scene.form(at), scene.cue_at.get(at)
    said = other is not None and not other.finite and not other.covers and bool(other.enclitic)
    owned = next((form.removesuffix(own) for own in _OWN if form.endswith(own)), "")
    return said or owned in folded("said_thing")


def _asked_of(scene: Scene, cue: CueAt, source: Source | None) -> Marker | None:
    """'طلبت الوزارة من المصرف [خفض الفائدة]': what is asked of somebody whom a preposition brings."""
    if cue.cue.act is not EventType.REQUEST or source is None:
        return None
    at = after_asides(scene, max(source.end, cue.last), scene.analysed.sentence_at(cue.first)[1])
    asked = scene.referents.at(at + 1) if scene.form(at) in map(fold, cue.cue.addressee_marks) else None
    marker = object_marker(scene, cue, asked.last) if asked is not None and asked.first == at + 1 else None
    return marker if marker is not None and _may_be_asked(scene, marker.begins) else None


def _shown_by(scene: Scene, cue: CueAt, source: Source | None) -> Marker | None:
    """'أظهرت صور نشرتها الشركة [بناء مصنع]': what pictures and papers show, which do nothing else."""
    if source is None or not source.end or not cue.finite or not cue.cue.weak_object:
        return None
    told = scene.referents.at(cue.last)
    if told is None or told.how != "group" or scene.form(told.first) not in folded("shows"):
        return None
    described = scene.form(source.end).endswith("ة") and tells_something(scene, source.end + 1)  # 'صور [حديثة] بناء'
    marker = object_marker(scene, cue, source.end + described)
    return marker if marker is not None and tells_something(scene, marker.begins) else None


def _may_be_asked(scene: Scene, at: int) -> bool:
    """Whether a noun stands here that names nobody: a deed or a thing."""
    named = scene.referents.at(at)
    form = scene.form(at)
    return form[:1].isalpha() and not is_function_word(form) and (named is None or named.how in {"adjective", "group"})


def _ends_in_noun(scene: Scene, cue: CueAt) -> bool:
    """Whether a cue is a phrase whose last word is a noun of what is said: 'قدرت [عددهم]', 'حملت [مسؤولية]'."""
    phrase = cue.cue.pos is CuePos.PHRASE and cue.cue.content == (OBJECT,) and not cue.cue.also_plain
    return phrase and scene.form(cue.last - 1) not in folded("wherein")


def _inside_phrase(scene: Scene, cue: CueAt, source: Source | None) -> Marker | None:
    """'حملت روسيا [إسرائيل مسؤولية إسقاط الطائرة]', 'قدرت روسيا [عددهم بألف]': the phrase is of what is said, too."""
    if source is None:  # 'وقدرت عددهم بألف': she who spoke; 'وقدر عددهم' may be passive
        woman = cue.enclitic and cue.inflection.gender is Gender.FEMININE
        return Marker(cue.last - 1, cue.last - 1, "object") if woman else None
    held = cue.cue.act is EventType.ACCUSE  # who is held responsible stands behind who says so
    if held and cue.enclitic:
        return None  # 'القصف الذي حملت روسيا إسرائيل مسؤوليته': what was done stands before
    if source.end:
        return Marker(source.end, source.end, "object") if cue.first < source.end < cue.last - held else None
    return None if held else Marker(cue.last - 1, cue.last - 1, "object")


def tells_something(scene: Scene, at: int) -> bool:
    """Whether a bare object tells of a doing or a state: no name, nothing definite but a masdar with its pronoun."""
    form = scene.form(at)
    reference = scene.referents.at(at)
    if reference is not None and reference.how != "adjective":
        return False
    deed = form in folded("definite_deed") and scene.form(at + 1) in folded("prepositions")
    return form[:1].isalpha() and (not form.startswith("ال") or form in folded("that_thing") or deed)


def unknown_subject(scene: Scene, cue: CueAt, marker: Marker) -> bool:
    """Whether a noun that is nobody known stands as the subject: then it is not the speaker before who goes on."""
    may_go_on = (cue.cue.carries and OBJECT in cue.cue.content) or _is_judged(scene, cue, marker)
    alone = cue.cue.needs_addressee and marker.at == cue.last + 1  # 'وشكر [المتطوعين] على جهودهم'
    unknown = not (may_go_on or alone) and unknown_noun(scene, cue, marker)
    return cue.finite and (unknown or had_told(scene, cue) is not None)


def _is_judged(scene: Scene, cue: CueAt, marker: Marker) -> bool:
    """'وعاد ووصف [الترسانة] بأنها خطر': what بأن takes up is of another gender than the verb, so it is its object."""
    taken_up, gender = scene.form(marker.at), cue.inflection.gender
    if marker.sort != "that" or not (cue.cue.addressee and not cue.cue.addressee_marks):
        return False
    return (taken_up == fold("بأنها") and gender is Gender.MASCULINE) or (
        taken_up == fold("بأنه") and gender is Gender.FEMININE
    )


def unknown_noun(scene: Scene, cue: CueAt, marker: Marker) -> bool:
    """Whether right after the cue stands a noun that names nobody known."""
    at = cue.last
    if at >= marker.at or scene.analysed.tokens[at].kind != "word":
        return False
    form = scene.form(at)
    closed = folded("adverbs", "wherein", "prepositions", "one_of_them") | folded_time_words()
    of_preposition = form[:1] in _CLITICS or {form[:-1], form[:-2]} & folded("prepositions")
    if form in folded("some_of") and scene.form(at + 1)[:1].isalpha() and scene.referents.at(at) is None:
        return True  # 'نددت [عدة دول] بالهجوم'
    known = _goes_on_beside(scene, cue, at) or _of_ones_own(scene, at) or scene.referents.at(at) is not None
    return not (known or of_preposition or form in closed or is_function_word(form))


def _goes_on_beside(scene: Scene, cue: CueAt, at: int) -> bool:
    """Whether no subject stands here but another word of saying: 'وتابع [قائلا]', 'وأضاف [البيان]', 'أكد [رفضه]'."""
    other = scene.cue_at.get(at)
    if other is None or scene.form(at) in folded("statement"):
        return other is not None
    return OBJECT in cue.cue.content or other.finite or other.covers or other.circumstantial
