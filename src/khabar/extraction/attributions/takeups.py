"""What was told and is taken up by a clause about it: 'وهو ما نفته الوزارة', 'الأمر الذي لم يؤكده الجيش'."""

from collections.abc import Sequence

from khabar.extraction.attributions.covers import clause_start
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.markers import STOPS
from khabar.extraction.attributions.relatives import BACK, points_back, taken_up_by, tells_it
from khabar.extraction.attributions.saying import Saying
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.sources import source_after
from khabar.extraction.attributions.stances import stance_of
from khabar.language.analysis import Range
from khabar.values.attribution import Stance
from khabar.values.why import SayingRule

_OPENS = 9  # tokens from 'وهو ما' to its verb: 'وهو ما كانت قد نفته'
_MARKS = 2  # a closing quotation mark and a comma
_RECENT = 64  # sayings before a clause of which one may be taken up
_SHORTEST = 3  # tokens of a clause that tells something


def take_up(scene: Scene, cue: CueAt, found: Sequence[Saying]) -> Saying | None:
    """The saying of a clause that takes up what stands before it, where one does and says whose it is."""
    if not points_back(scene, cue):
        return None  # as nearly always
    opening = next((i for i in range(max(0, cue.first - _OPENS), cue.first) if taken_up_by(scene, i) is cue), None)
    if opening is None and cue.enclitic in BACK and cue.cue.stance is Stance.DENIES:
        return _denied_by_pronoun(scene, cue, found)
    if opening is None or not tells_it(scene, cue):
        return None
    content = _taken_up(scene, cue, opening, found)
    source = source_after(scene, cue, scene.analysed.sentence_at(cue.first)[1])
    if source is None or content is None:
        return None
    stance, by = stance_of(scene, cue, content)
    return Saying(cue, content, source, stance, SayingRule.VERB_TAKES_UP, covers=True, at=cue.first, stance_by=by)


def _denied_by_pronoun(scene: Scene, cue: CueAt, found: Sequence[Saying]) -> Saying | None:
    """'تحدثت تقارير عن نقل السلاح، لكن الكرملين نفاه': what was said last before in the sentence."""
    begin, end = scene.analysed.sentence_at(cue.first)
    said = [s for s in found[-_RECENT:] if begin <= s.content[0] and s.content[1] < cue.first and not _names(s)]
    source = source_after(scene, cue, end) if said and not cue.cue.also_plain else None
    if source is None:
        return None
    content = max(said, key=lambda s: (s.content[1], s.content[0])).content
    return Saying(cue, content, source, cue.cue.stance, SayingRule.VERB_TAKES_UP, covers=True, at=cue.first)


def _taken_up(scene: Scene, cue: CueAt, opening: int, found: Sequence[Saying]) -> Range | None:
    """The innermost thing said that ends here, else the clause or the sentence before."""
    begin, end = scene.analysed.sentence_at(cue.first)[0], opening
    if begin == opening:
        begin, end = scene.analysed.sentence_at(opening - 1) if opening else (0, 0)
    while end > begin and scene.form(end - 1) in STOPS:
        end -= 1
    near = (s for s in found[-_RECENT:] if begin <= s.content[0] and 0 <= end - s.content[1] < _MARKS)
    said = [s.content for s in near if not _names(s)]
    if said:
        return max(said)
    clause = clause_start(scene, cue, begin), end
    return clause if clause[1] - clause[0] >= _SHORTEST else None


def _names(saying: Saying) -> bool:
    """Whether a saying only gives a thing a name, or was refused: nothing that another could confirm or deny."""
    label = saying.cue is not None and saying.cue.cue.label
    return label or saying.silent or saying.stance is Stance.DECLINES
