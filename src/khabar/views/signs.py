"""Letters without a shape of their own that make a line show other words than it holds: a sign stands for each."""

import re

from markupsafe import Markup

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def turns_shown(text: str) -> str:
    """The text with a sign for each letter that would turn its order, so that it shows what it holds."""
    return _TURNING.sub(_sign, text)


def as_it_reads(value: object) -> object:
    """What a template is given, as a page shows it: of any text that a report may have written, what it holds."""
    if isinstance(value, Markup):
        return Markup(turns_shown(value))  # noqa: S704  the signs hold no markup
    return turns_shown(value) if isinstance(value, str) else value


def controls_shown(text: str) -> str:
    """The same, with a sign also for each by which a text could steer the terminal that shows it."""
    return _STEERING.sub(_sign, text)


def line_shown(text: str) -> str:
    """The same on one line: whatever a name holds, nothing of it looks like another line of ours."""
    return controls_shown(text).replace("\n", "⟨U+000A⟩")


def json_shown(text: str) -> str:
    """A JSON text with these characters spelled as JSON spells them: it says the same."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _sign(found: "re.Match[str]") -> str:
    return f"⟨U+{ord(found[0]):04X}⟩"
