"""Whether two sentences tell the same, stand against one another or tell of two matters."""

from collections.abc import Mapping

from khabar.knowledge.bearings import AGAINST, AKIN, BOUNDS, bearing_weights
from khabar.knowledge.logits import likelihood
from khabar.values.agreement import Agreement, Comparison
from khabar.values.reason import Reason
from khabar.weighing.bearing_cues import Sentence, cues_between

# The codes of reasons for cues that begin so; any other cue is its own.
_CODES = {
    "opposite-": "opposite-words",
    "undone-by.": "undone-in-one",
    "other-figure": "other-figure",
    "other-": "other-name",
}
_NEGATED = "negated"
_FLATLY = 0.95  # of 22 judged pairs that differed by a flat no alone, 21 stood against one another
_LEAST = 0.1  # logits; a cue that adds less is no reason


def bearing_between(one: Sentence, other: Sentence) -> Comparison:
    """The same for either order but for the order of the words in the reasons."""
    cues = cues_between(one, other)
    akin = likelihood(*bearing_weights(AKIN), cues)
    against = max(likelihood(*bearing_weights(AGAINST), cues), _FLATLY if _NEGATED in cues else 0.0)
    if akin < BOUNDS[AKIN]:
        return Comparison(Agreement.OTHER, 1 - akin, (Reason("few-words-shared"),))
    if against < BOUNDS[AGAINST]:
        return Comparison(Agreement.AGREES, akin * (1 - against), (Reason("words-shared"),))
    return Comparison(Agreement.DISAGREES, akin * against, _reasons(cues))


def _reasons(cues: Mapping[str, str]) -> tuple[Reason, ...]:
    """What speaks most for a disagreement first; words that only one of the two has, where nothing else does."""
    _, weights = bearing_weights(AGAINST)
    telling = [(-weights.get(cue, 0.0), _code(cue), shown) for cue, shown in cues.items() if shown]
    found = dict.fromkeys(Reason(code, (), shown) for less, code, shown in sorted(telling) if less <= -_LEAST)
    return tuple(found) or (Reason("own-words"),)


def _code(cue: str) -> str:
    for beginning, code in _CODES.items():
        if cue.startswith(beginning):
            return code
    return cue
