"""Days, brackets, statements and other asides that stand between a source and what it says."""

from functools import cache

from khabar.extraction.attributions.classes import folded, phrase_at
from khabar.extraction.attributions.cues import stays_unnamed
from khabar.extraction.attributions.scene import Scene
from khabar.knowledge.calendar import calendar_words
from khabar.language.conjugation import Tense
from khabar.language.normalise import fold
from khabar.values.entity import Kind

QUOTATION_MARKS = frozenset({'"', "«", "»", "“", "”", "„"})
_IN = "في"
_ASIDE = 14  # tokens of the longest aside between commas


def folded_time_words() -> frozenset[str]:
    """Days that may stand between a source and what it says."""
    from khabar.extraction.names.classes import folded_class

    return folded_class("time_word")


@cache
def _months() -> frozenset[str]:
    return frozenset(fold(word.form) for word in calendar_words() if word.kind == "month")


def is_name(scene: Scene, first: int, last: int) -> bool:
    """Whether one name fills these tokens."""
    reference = scene.referents.at(first)
    return reference is not None and reference.how == "name" and reference.last >= last


def after_asides(scene: Scene, at: int, end: int) -> int:
    """Past days, brackets, and asides between commas that begin with a day, a figure or a preposition."""
    while at < end:
        form = scene.form(at)
        if form in folded("adverbs", "on_a_day") or is_of_day(scene, at):
            at += 1
        elif scene.form(at + 1) in folded("on_own_page") and form in folded("prepositions"):
            at = _after_page(scene, at + 2, end)
        elif aside := phrase_at("asides", scene.analysed.tokens, at):
            at += aside  # 'نفى مسؤول في وقت سابق صحة الخبر'
        elif length := _stretch_of_time(scene, at):
            at += length
        elif form == _IN and (length := _stretch_of_time(scene, at + 1)):
            at += 1 + length  # 'أعلن الرئيس [في الشهر الماضي] إجراء انتخابات'
        elif form in folded("in_a_month") and scene.form(at + 1) in _months():
            at += 2 + (scene.form(at + 2) in folded("last_or_next"))  # 'أعلن في يونيو الماضي حل المجلس'
        elif (told := scene.referents.at(at)) and told.particle == "ل" and scene.is_medium(told):
            at = told.last  # 'نفى … لقناة الساحل صحة الخبر'
        elif form in folded("by_relay") and (medium := scene.referents.at(at + 1)):
            at = medium.last  # 'أظهرت صور [نشرتها الشركة] بناء مصنع'
        elif _statement_begins(scene, at):
            at = _after_statement(scene, at, end)
        elif manner := phrase_at("manner", scene.analysed.tokens, at):
            at += manner
        elif form in QUOTATION_MARKS and (manner := phrase_at("manner", scene.analysed.tokens, at + 1)):
            at += 1 + manner  # 'أدان الزعماء ["بأشد العبارات"] قصف المدينة'
            at += scene.form(at) in QUOTATION_MARKS
        elif form in QUOTATION_MARKS and (name := scene.quote_after.get(at)) and is_name(scene, name.first, name.last):
            at = name.last + 1
        elif form == "(":
            at = next((i + 1 for i in range(at, min(at + _ASIDE, end)) if scene.form(i) == ")"), end)
        elif form == "،" and (aside_begins(scene, at + 1) or stays_unnamed(scene.analysed, at + 2)):
            close = next((i for i in range(at + 1, min(at + _ASIDE, end)) if scene.form(i) == "،"), None)
            if close is None:
                return at
            at = close + 1
        else:
            return at
    return at


def _stretch_of_time(scene: Scene, at: int) -> int:
    """How many tokens 'مطلع هذا الأسبوع', 'الشهر الماضي', 'هذا العام', 'قبل أيام' fill; 0: none stand here."""
    length = int(scene.form(at) in folded("part_of_time"))
    pointed = scene.form(at + length) in folded("this")
    ago = not length and scene.form(at) in folded("ago") and scene.form(at + 1) in folded("some_time")
    if ago:
        return 2
    if scene.form(at + length + pointed) not in folded("time_span"):
        return 0
    told = length or pointed or is_of_day(scene, at + 1)
    return length + pointed + 1 if told else 0


def after_seat(scene: Scene, at: int) -> int:
    """Past the place or body that a source sits at: 'السفارة [في بغداد]', 'بعثة إيران [لدى الأمم المتحدة]'."""
    seat = scene.referents.at(at + 1) if scene.form(at) in folded("at_seat") else None
    if seat is None or seat.first != at + 1 or seat.how != "name" or seat.particle:
        return at
    sits = scene.entity(seat).kind in (Kind.PLACE, Kind.COUNTRY, Kind.ORGANISATION)
    return seat.last if sits else at


def _after_page(scene: Scene, at: int, end: int) -> int:
    """Past what describes a page and the network that it is on: 'عبر صفحتها [الرسمية على موقع فيسبوك]'."""
    while at < end:
        network = scene.referents.at(at)
        if network and scene.is_social(network):
            return network.last
        if scene.form(at) not in folded("of_page"):
            break
        at += 1
    return at


def _statement_begins(scene: Scene, at: int) -> bool:
    """'في بيان', 'في مقابلة': where it was said, before what was said."""
    noun = scene.cue_at.get(at) or scene.cue_at.get(at + 1)
    return (
        scene.form(at) in folded("prepositions")
        and noun is not None
        and not noun.covers
        and noun.inflection.tense in (Tense.NOUN, Tense.MASDAR, Tense.PARTICLE)
        and "ال" not in noun.proclitics
    )


def _after_statement(scene: Scene, at: int, end: int) -> int:
    """Past the statement's adjectives, or past the comma that closes it."""
    close = next((i for i in range(at + 2, min(at + _ASIDE, end)) if scene.form(i) == "،"), None)
    if close is not None:
        return close + 1
    at += 2
    while at < end and scene.form(at) in folded("of_statement"):
        at += 1
    return at


def aside_begins(scene: Scene, at: int) -> bool:
    """Whether a day, a figure or a preposition stands here, as after the comma that opens an aside."""
    form = scene.form(at)
    listed = form in folded_time_words() or form in folded("prepositions", "on_a_day", "among_speakers")
    return listed or form[:1].isdigit()


def is_of_day(scene: Scene, at: int) -> bool:
    """Whether a word of time or a figure stands here; behind the last word of a text nothing does."""
    return scene.form(at) in folded_time_words() or any(t.kind == "number" for t in scene.analysed.tokens[at : at + 1])


def is_month(scene: Scene, at: int) -> bool:
    """Whether the name of a month stands here."""
    return scene.form(at) in _months()


def closes_day(scene: Scene, at: int) -> bool:
    """Whether the comma closes a day that another comma opened: 'أسفه، الأربعاء، لقرار …'."""
    for i in range(at - 1, max(at - 5, 0), -1):
        if scene.form(i) == "،":
            return i < at - 1
        of_day = scene.form(i) in folded_time_words() or scene.form(i) in folded("on_a_day")
        if not (of_day or scene.form(i)[:1].isdigit()):
            return False
    return False
