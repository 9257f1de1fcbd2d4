"""Covers inside a clause or at its end: which of them only interrupt it, and what tells that something stays unsaid."""

from khabar.extraction.attributions.asides import after_asides, is_of_day
from khabar.extraction.attributions.classes import folded, openings, opens, phrase_at
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.scene import Scene
from khabar.values.attribution import Stance
from khabar.values.entity import Kind

_WITHOUT = "دون"  # 'دون أن يوضح': of who speaks, so no part of what he says
_NAME = 3  # tokens of a name of which one is known
_LONGEST_COVER = 14  # tokens from 'بحسب' to the comma after its source
_ENDS = frozenset({".", "!", "؟", "…", ".."})
_FROM = "من"


def ends_clause(scene: Scene, cover: CueAt) -> bool:
    """Whether a cover closes the clause before it; one between two commas only interrupts it."""
    if cover.cue.takes_verb and cover.cue.also_plain and not _saying_follows(scene, cover):
        return False
    return cover.covers and not cover.cue.weak and not interrupts(scene, cover)


def _saying_follows(scene: Scene, cover: CueAt) -> bool:
    """'كما أعلنت الوزارة', not 'كما يخص الجيل الحاضر'."""
    at = cover.last + opens("before_verb", scene.analysed.tokens, cover.last)
    return at in scene.cue_at and scene.cue_at[at].finite


def interrupts(scene: Scene, cover: CueAt) -> bool:
    """Whether the clause before the cover goes on after it: '…، وفق المرصد، عن مقتل …'."""
    end = scene.analysed.sentence_at(cover.first)[1]
    if scene.form(cover.first - 1) not in {"،", "-", "–", "("}:
        return False
    close = next(
        (i for i in range(cover.last, min(end, cover.last + _LONGEST_COVER)) if scene.form(i) in {"،", "-", "–", ")"}),
        None,
    )
    close = None if close is None else _behind_office(scene, close)
    if close is None or close + 2 >= end or _only_days(scene, close + 1, end):
        return False
    if after_asides(scene, close + 1, end) + 1 >= end:
        return False  # '…، بحسب الوزارة، في وقت مبكر الأحد.'
    if scene.form(close + 1) in folded("so_that") and concession_at(scene, cover.first):
        return False  # 'ورغم أن …، وفق الوزارة، [فإن] موسكو تعتقد'
    after = scene.cue_at.get(close + 1)
    turns = any(opens(each, scene.analysed.tokens, close + 1) for each in ("breaks", "but", "but_that"))
    turns = turns or leaves_unsaid(scene, close + 1)
    joins = turns or scene.form(close + 1).startswith("و")
    return not joins and (after is None or not (after.covers or after.circumstantial))


def concession_at(scene: Scene, at: int) -> int:
    """How many tokens grant something at the head of the sentence of a token: '[ورغم أن] الطريق مغلق'; 0: none do."""
    return phrase_at("concedes", scene.analysed.tokens, scene.analysed.sentence_at(at)[0])


def _behind_office(scene: Scene, close: int) -> int:
    """The token behind the office of who is named before a comma, or the name of whose office is told there.

    '…، وفقا لسالم، [المتحدثة باسم الوزارة].', '…، حسب المتحدثة باسم الوزارة، [ليلى سالم].'
    """
    named = scene.referents.at(close - 1)
    if named and named.how in {"group", "description"}:
        apposed = next(iter(scene.referents.between(close + 1, close + 1 + _NAME)), None)
        person = apposed is not None and apposed.how == "name" and scene.entity(apposed).kind is Kind.PERSON
        return apposed.last if apposed and person and not apposed.particle else close
    start = scene.analysed.tokens[close + 1].start if close + 1 < len(scene.analysed.tokens) else -1
    offices = (role.span for role in scene.entity(named).roles) if named else ()
    office = next((span for span in offices if span.start == start), None)
    return scene.analysed.range_of(office)[1] if office else close


def _only_days(scene: Scene, at: int, end: int) -> bool:
    """Whether nothing but a day and marks is left: '…، بحسب الوزارة، الخميس.'."""
    return all(is_of_day(scene, i) or scene.form(i) in _ENDS for i in range(at, end))


def leaves_unsaid(scene: Scene, at: int) -> bool:
    """Whether here is told what the speaker does not say: '"خطر" [دون أن يوضح] السبب', '[لكن من دون أن يحدد] ذلك'."""
    other = scene.cue_at.get(at)
    if other is None and scene.form(at + 1) == _FROM and scene.form(at) in openings("but_that"):
        other = scene.cue_at.get(at + 2)
    if other is None and scene.form(at) == _FROM:
        other = scene.cue_at.get(at + 1)
    return other is not None and other.cue.stance is Stance.DECLINES and other.cue.lemma.startswith(_WITHOUT)
