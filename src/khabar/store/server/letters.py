"""Letters that PostgreSQL cannot hold, and what stands for them there."""

_MARK = "\U0010ffff"  # no letter, now or ever; where a text has it all the same, it is marked, too
_NUL, _ITSELF = f"{_MARK}0", f"{_MARK}1"


def held(text: str) -> str:
    """The text as the server holds it; NUL is all that it refuses."""
    if "\0" not in text and _MARK not in text:
        return text
    return text.replace(_MARK, _ITSELF).replace("\0", _NUL)


def told(text: str) -> str:
    """The text as it was."""
    if _MARK not in text:
        return text
    return text.replace(_NUL, "\0").replace(_ITSELF, _MARK)
