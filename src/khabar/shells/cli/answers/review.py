"""What people said, for a terminal."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text

from khabar.shells.cli.printing import on_one_line, shortened, table
from khabar.views.review import BRIEF, JudgementShown, RulingShown, Said

# Columns with their share in the room.
_SAID = {"key": 0, "when": 0, "who": 0, "says": 1, "of": 3, "because": 2}
_GLIMPSE = 60  # characters of the words that something is about


def review_table(found: Iterable[Said]) -> RenderableType:
    """What people said as a table."""
    return table(_SAID, ((one.key[: BRIEF + 3], *_row(one)) for one in found))


def _row(one: Said) -> tuple[str | Text, ...]:
    match one:
        case RulingShown(correction, quoted):
            says = f"{correction.of} {correction.ruling} {correction.value or ''}".strip()
            return correction.at[:16], correction.author, says, _words(quoted.words), Text(correction.because)
        case JudgementShown(judgement, first, second):
            says = f"{judgement.of}: {'the same' if judgement.same else 'not the same'}"
            both = Text.assemble(_words(first.words), " / ", _words(second.words))
            return judgement.at[:16], judgement.author, says, both, Text(judgement.because)


def _words(words: str) -> Text:
    return Text(shortened(on_one_line(words), _GLIMPSE))
