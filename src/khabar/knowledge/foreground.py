"""How much each cue weighs when it is asked whether a sentence reports an event or only recalls it."""

from functools import cache

from khabar.knowledge.logits import Logits, logits_in
from khabar.values.event import EventType

FILE = "models/foreground.yaml"
EVEN = 0.25  # from that likelihood on an event counts as reported: where F1 on held-out articles is best
# Below these a mention is only recalled. A named doer is worth noting further down: set where the bench's F1 no longer
# gains. What demonstrators do is seldom told without a protest going on, so a doubtful one stays.
HARDLY_NAMED = 0.07
HARDLY_TOLD = 0.1
HARDLY = {EventType.ASSAULT: EVEN, EventType.PROTEST: 0.15}


@cache
def weights_of(kind: EventType) -> Logits:
    """What speaks for the foreground before any cue is known, and what each cue adds, as logits."""
    return logits_in(FILE, kind.value.lower())
