"""English numbers in digits and words: 1,200; two million; 3.5 billion."""

from dataclasses import dataclass
from functools import cache

from khabar.knowledge.english.counted import bounds, numerals
from khabar.language.english.phrases import Phrases, forms_in
from khabar.language.english.text import EnglishText

_SCALE = 100  # from here on a numeral multiplies what stands before it
_LEAST_SCALE = 12


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the tokens that it is written with, its bound among them."""

    first: int
    last: int
    value: float
    bound: str = ""  # >, >=, ~, <, <=

    @property
    def shown(self) -> str:
        """The number as quantities are written: >=1000."""
        return f"{self.bound}{self.value:.12g}"


def number_at(text: EnglishText, at: int) -> Number | None:
    """The number that begins at a token, its bound aside; None: there is none."""
    value, end = _small(text, at)
    if value is None:
        return None
    while end < len(text.forms) and (scale := numerals().get(text.forms[end], 0)) and _multiplies(scale, value):
        value, end = value * scale, end + 1
    found = _bounds().ending_at(text.forms, at, 4)
    return Number(found[0] if found else at, end, value, found[1] if found else "")


def is_bound(text: EnglishText, at: int) -> bool:
    """Whether words such as 'at least' stand at a token."""
    return _bounds().at(text.forms, at) is not None


def _small(text: EnglishText, at: int) -> tuple[float | None, int]:
    token = text.analysed.tokens[at]
    if token.kind == "number":
        digits = token.form.replace(",", "").removesuffix("%")
        return (float(digits) if digits.replace(".", "", 1).isdigit() else None), at + 1
    if token.kind != "word" or text.forms[at] == "one":
        return None, at
    total, end = 0.0, at
    for part in text.forms[at].split("-"):
        if part not in numerals():
            return None, at
        total += numerals()[part]
        end = at + 1
    return total, end


def _multiplies(scale: int, value: float) -> bool:
    return scale >= _SCALE or (scale == _LEAST_SCALE and value < _LEAST_SCALE)


@cache
def _bounds() -> Phrases[str]:
    return Phrases((forms_in(word), sign) for word, sign in bounds())
