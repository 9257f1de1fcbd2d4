"""The place and the medium that head a sentence: 'بغداد، العراق (CNN) – قال'."""

from collections.abc import Sequence

from khabar.language.tokens import Token

DASHES = frozenset({"-", "–", "—", "--"})
_LONGEST = 12  # tokens


def behind_dateline(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Where a sentence begins behind its dateline; `begin` where it has none."""
    near = range(begin + 1, min(end, begin + _LONGEST))
    return next((at + 1 for at in near if tokens[at].form in DASHES and tokens[at - 1].form == ")"), begin)
