"""What number words make together: three hundred and five, two and a half million."""

from collections.abc import Sequence
from dataclasses import dataclass

from khabar.language.number_words import Amount, NumberWord


@dataclass(frozen=True, slots=True)
class Sum:
    """What several number words make together."""

    value: Amount
    end: int  # first index after them
    ordinal: bool = False
    vague: bool = False
    scale: Amount = 1  # the thousand or million that its first part counts


def total(words: Sequence[NumberWord | None], at: int) -> Sum | None:
    """The number that begins at an index, as long as the words go on building it; None: none begins there."""
    first = words[at]
    if first is None:
        return None
    if first.role == "ordinal":
        return _ordinal(words, at)
    if first.role == "vague" or first.vague:
        return _vague(words, at, first)
    return _cardinal(words, at)


def _ordinal(words: Sequence[NumberWord | None], at: int) -> Sum:
    first = words[at]
    assert first is not None
    following = _word(words, at + 1, "unit", "ten")
    if following and following.value == 10 and not following.conjoined:
        return Sum(first.value + 10, at + 2, ordinal=True)
    if following and following.role == "ten" and following.conjoined:
        return Sum(first.value + following.value, at + 2, ordinal=True)
    return Sum(first.value, at + 1, ordinal=True)


def _vague(words: Sequence[NumberWord | None], at: int, first: NumberWord) -> Sum:
    scale = _word(words, at + 1, "scale")
    if scale and not scale.conjoined and scale.value > first.value:
        return Sum(first.value * scale.value, at + 2, vague=True)
    return Sum(first.value * first.times, at + 1, vague=True)


def _cardinal(words: Sequence[NumberWord | None], at: int) -> Sum | None:
    amount: Amount = 0
    limit = float("inf")
    scale: Amount = 1
    end = at
    while end < len(words):
        word = words[end]
        if word is None or (end > at and not word.conjoined):
            break
        part = _scaled(words, end)
        if part is None or (end > at and part[0].value >= limit):
            break
        if word.role == "digits" and limit <= 1:
            break
        scale = scale if end > at else part[0].scale
        amount, end, limit = amount + part[0].value, part[0].end, part[1]
        if limit <= 1:
            break
    if end == at:
        return None
    return _with_half(words, Sum(amount, end, scale=scale), limit)


def _with_half(words: Sequence[NumberWord | None], made: Sum, scale: float) -> Sum:
    half = _word(words, made.end, "fraction")
    if not half or not half.conjoined:
        return made
    if scale <= 1:
        return Sum(whole_number(made.value + half.value), made.end + 1)
    repeated = _word(words, made.end + 1, "scale")
    end = made.end + 2 if repeated and repeated.definite else made.end + 1
    return Sum(whole_number(made.value + half.value * scale), end, scale=made.scale)


def _scaled(words: Sequence[NumberWord | None], at: int) -> tuple[Sum, float] | None:
    scale = _word(words, at, "scale")
    if scale:
        return Sum(scale.value * scale.times, at + 1, scale=scale.value), scale.value
    count = _below_thousand(words, at)
    if count is None:
        return None
    scale = _word(words, count.end, "scale")
    if scale and not scale.conjoined and scale.times == 1:
        return Sum(whole_number(count.value * scale.value), count.end + 1, scale=scale.value), scale.value
    return count, 1


def _below_thousand(words: Sequence[NumberWord | None], at: int) -> Sum | None:
    figure = _word(words, at, "digits", "fraction")
    if figure:
        return Sum(figure.value, at + 1)
    hundred = _word(words, at, "hundred")
    unit = _word(words, at, "unit")
    parted = _word(words, at + 1, "hundred")
    if hundred:
        made = Sum(hundred.value, at + 1)
    elif unit and 3 <= unit.value <= 9 and parted and not parted.conjoined and parted.value == 100:
        made = Sum(unit.value * 100, at + 2)
    else:
        return _below_hundred(words, at)
    rest = _word(words, made.end, "unit", "ten")
    more = _below_hundred(words, made.end) if rest and rest.conjoined else None
    return Sum(made.value + more.value, more.end) if more else made


def _below_hundred(words: Sequence[NumberWord | None], at: int) -> Sum | None:
    first = _word(words, at, "unit", "ten")
    if first is None:
        return None
    following = _word(words, at + 1, "unit", "ten")
    if first.role == "unit" and first.value < 10 and following:
        if following.value == 10 and not following.conjoined:
            return Sum(first.value + 10, at + 2)
        if following.role == "ten" and following.conjoined:
            return Sum(first.value + following.value, at + 2)
    return Sum(first.value, at + 1)


def _word(words: Sequence[NumberWord | None], at: int, *roles: str) -> NumberWord | None:
    word = words[at] if at < len(words) else None
    return word if word and word.role in roles else None


def whole_number(value: Amount) -> Amount:
    """A value without a fraction as an integer."""
    return int(value) if float(value).is_integer() else round(value, 6)
