"""What others said, told only to be rejected: 'what the group announced of a strike is untrue'."""

from collections.abc import Sequence
from dataclasses import replace

from khabar.extraction.attributions.classes import opens
from khabar.extraction.attributions.saying import Saying
from khabar.extraction.attributions.scene import Scene
from khabar.values.attribution import Stance
from khabar.values.why import SayingRule, StanceRule

_AT_HEAD = 1  # tokens before the verb or noun of what is rejected: 'ما'
_BARE = frozenset(
    {SayingRule.VERB_OBJECT, SayingRule.VERB_PREPOSITION, SayingRule.NOUN_OBJECT, SayingRule.NOUN_PREPOSITION}
)


def without_rejections(scene: Scene, sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings, each that another rejects without the predicate by which it does so, and asserting."""
    rejecting = [s for s in sayings if s.stance is Stance.DENIES and s.stance_by is StanceRule.REJECTS]
    return [_as_first_said(scene, s) if any(_rejects(r, s) for r in rejecting) else s for s in sayings]


def _rejects(rejecting: Saying, saying: Saying) -> bool:
    first, last = rejecting.content
    return saying.rule in _BARE and 0 <= saying.at - first <= _AT_HEAD and saying.content[1] == last


def _as_first_said(scene: Scene, saying: Saying) -> Saying:
    first, last = saying.content
    ends = next((at for at in range(first + 1, last) if opens("denial", scene.analysed.tokens, at)), None)
    if ends is None:
        return saying
    stance = Stance.ASSERTS if saying.stance_by is StanceRule.REJECTS else saying.stance
    return replace(saying, content=(first, ends), stance=stance, stance_by=StanceRule.PLAIN)
