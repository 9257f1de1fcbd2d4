"""Numbers in digits and words, with the limits that the text sets to them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from khabar.knowledge.numeral_words import numeral_words
from khabar.language.normalise import fold
from khabar.language.tokens import Token, tokens_in
from khabar.values.span import Span

Amount = int | float
_WITHOUT_ARTICLE = re.compile(r"(?P<conj>[وف])?(?P<preposition>[بلك])?(?P<article>)(?P<word>.+)")
_WITH_ARTICLE = re.compile(r"(?P<conj>[وف])?(?P<preposition>[بلك])?(?P<article>ال)(?P<word>.+)")
_GROUPED = re.compile(r"\d{1,3}(?:([.,٬])\d{3})(?:\1\d{3})*")
_DECIMAL = re.compile(r"\d{1,15}(?:[.,٫]\d{1,15})?")
_MOST_DIGITS = 24  # longer runs are identifiers, and slow to turn into numbers
_AND, _BETWEEN = "و", "بين"
_JOINTS = frozenset({"الى", "حتى", "-", "–"})
_PARTICLES = ("", "و", "ف", "ب", "ل")
_NEAR = 3  # tokens: 'قتل 12 جنديا على الأقل'


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that a text gives."""

    span: Span  # with the scale word, without the words that make it a limit
    value: Amount
    upto: Amount | None = None  # the other end of a range; None: one value
    bound: str = ""  # > >= ~ < <= as the text says; empty: exactly
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word or figure that is a number or part of one."""

    value: Amount
    role: str  # unit | ten | hundred | scale | fraction | vague | ordinal | digits
    times: int = 1
    conjoined: bool = False  # carries an attached و
    definite: bool = False
    preposition: bool = False  # carries an attached ب ل or ك
    vague: bool = False  # a plural such as آلاف, which alone gives only a lower limit


@dataclass(frozen=True, slots=True)
class Sum:
    """What several number words make together."""

    value: Amount
    end: int  # first index after them
    ordinal: bool = False
    vague: bool = False
    scale: Amount = 1  # the thousand or million that its first part counts


@lru_cache(maxsize=32768)
def number_word(form: str) -> NumberWord | None:
    """The number word behind a folded form, its attached particles taken off; None: it is none."""
    if form[:1].isdigit():
        value = digits_value(form)
        return None if value is None else NumberWord(value, "digits")
    if form in _lexicon():
        return _lexicon()[form]
    found = _split(form)
    if found is None:
        return None
    entry = _lexicon()[found["word"]]
    return replace(
        entry,
        conjoined=found["conj"] == _AND and not found["preposition"],
        definite=bool(found["article"]),
        preposition=bool(found["preposition"]),
    )


def _split(form: str) -> re.Match[str] | None:
    """The particles and the number word of a form; 'بألفين' holds no article, 'بالألفين' one."""
    spelled = "لال" + form[2:] if form.startswith("لل") and len(form) > 3 else form
    for pattern in (_WITHOUT_ARTICLE, _WITH_ARTICLE):
        found = pattern.fullmatch(spelled)
        if found and found["word"] in _lexicon():
            return found
    return None


@lru_cache(maxsize=8192)
def digits_value(form: str) -> Amount | None:
    """The value of a figure in digits, its groups and decimals read; None: it is no plain figure."""
    plain = fold(form).rstrip("%")
    if len(plain) > _MOST_DIGITS:
        return None
    if _GROUPED.fullmatch(plain) and not plain.startswith("0") and not form.endswith("%"):
        return int(re.sub(r"\D", "", plain))
    if not _DECIMAL.fullmatch(plain):
        return None
    return int(plain) if plain.isdigit() else float(re.sub("[,٫]", ".", plain))


def number_of(words: str) -> Amount | None:
    """The value of a text that is one number and nothing else; None: it is not."""
    found = numbers_in(words)
    whole = Span(0, len(words.rstrip())) if words == words.lstrip() else None
    return found[0].value if len(found) == 1 and found[0].span == whole and found[0].upto is None else None


def numbers_in(text: str) -> tuple[Numeral, ...]:
    """Every number of the text, in reading order; those of dates too."""
    tokens, words = _parts(text)
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        made = total(words, at) if words[at] else None
        if made is None:
            at += 1
            continue
        high = _range(tokens, words, at, made)
        end = high.end if high else made.end
        value = _scaled_like(made, high) if high else made.value
        span = Span(_first_offset(text, tokens[at]), tokens[end - 1].end)
        bound = _bound(tokens, at, end) or (">=" if made.vague else "")
        found.append(Numeral(span, value, high.value if high else None, bound, made.ordinal))
        at = end
    return tuple(found)


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


def _parts(text: str) -> tuple[list[Token], list[NumberWord | None]]:
    # A 'و' that stands alone before a number is taken for an attached one, 'ستة و عشرون', '2 و 3'.
    tokens: list[Token] = []
    words: list[NumberWord | None] = []
    for token in tokens_in(text):
        word = number_word(token.form) if token.kind != "mark" else None
        if word and tokens and tokens[-1].form == _AND:
            tokens.pop()
            words.pop()
            word = replace(word, conjoined=True)
        elif tokens and _continues(text, tokens[-1], token):
            token = Token(tokens.pop().start, token.end, f"{_last(words)}{token.form}", "number")
            words.pop()
            word = NumberWord(int(token.form), "digits")
        tokens.append(token)
        words.append(word)
    return tokens, words


def _continues(text: str, before: Token, token: Token) -> bool:
    """Whether a figure goes on in groups of three, '1 414 021'."""
    if before.kind != "number" or token.kind != "number" or token.start != before.end + 1 or text[before.end] == "\n":
        return False
    grouped = before.form.isdigit() and before.form[0] != "0" and (len(before.form) <= 3 or _in_groups(text, before))
    return grouped and len(token.form) == 3 and token.form.isdigit() and len(before.form) < _MOST_DIGITS // 2


def _in_groups(text: str, token: Token) -> bool:
    return token.end - token.start > len(token.form)


def _last(words: Sequence[NumberWord | None]) -> Amount | str:
    return words[-1].value if words and words[-1] else ""


def _word(words: Sequence[NumberWord | None], at: int, *roles: str) -> NumberWord | None:
    word = words[at] if at < len(words) else None
    return word if word and word.role in roles else None


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
        return Sum(_whole(made.value + half.value), made.end + 1)
    repeated = _word(words, made.end + 1, "scale")
    end = made.end + 2 if repeated and repeated.definite else made.end + 1
    return Sum(_whole(made.value + half.value * scale), end, scale=made.scale)


def _scaled(words: Sequence[NumberWord | None], at: int) -> tuple[Sum, float] | None:
    scale = _word(words, at, "scale")
    if scale:
        return Sum(scale.value * scale.times, at + 1, scale=scale.value), scale.value
    count = _below_thousand(words, at)
    if count is None:
        return None
    scale = _word(words, count.end, "scale")
    if scale and not scale.conjoined and scale.times == 1:
        return Sum(_whole(count.value * scale.value), count.end + 1, scale=scale.value), scale.value
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


def _whole(value: Amount) -> Amount:
    return int(value) if float(value).is_integer() else round(value, 6)


def _range(tokens: Sequence[Token], words: Sequence[NumberWord | None], at: int, low: Sum) -> Sum | None:
    """The upper end of 'بين 10 و20', 'من 3 إلى 5 ملايين', '10-20'; None: one number stands here."""
    before = tokens[at - 1].form if at else ""
    joint = tokens[low.end].form if low.end < len(tokens) else ""
    if low.ordinal or low.vague:
        return None
    start = low.end if before == _BETWEEN else low.end + 1
    if before != _BETWEEN and joint not in _JOINTS:
        return None
    high = total(words, start) if start < len(words) else None
    if high is None or high.ordinal or high.vague or high.value <= _scaled_like(low, high):
        return None
    return high


def _scaled_like(low: Sum, high: Sum) -> Amount:
    # 'من 3 إلى 5 ملايين': the scale holds for both.
    if low.scale > 1 or high.scale == 1 or low.value >= 1000 or low.value * high.scale >= high.value:
        return low.value
    return _whole(low.value * high.scale)


def _first_offset(text: str, token: Token) -> int:
    # Attached particles before the number are not part of it, save in a form that is itself in the lexicon.
    if token.kind == "number" or token.form in _lexicon():
        return token.start
    found = _split(token.form)
    lead = len(found["conj"] or "") + len(found["preposition"] or "") if found else 0
    at = token.start
    while lead and at < token.end:
        at += 1
        lead = lead - len(fold(text[at - 1]))
    return at


def _bound(tokens: Sequence[Token], start: int, end: int) -> str:
    """What the words before the number, or a little after it, say of its being a limit."""
    for phrase, symbol in _bounds("before").get(tokens[start - 1].form if start else "", ()):
        words = tuple(token.form for token in tokens[max(0, start - len(phrase)) : start])
        if words == phrase or (len(words) == len(phrase) and words[1:] == phrase[1:] and words[0][1:] == phrase[0]):
            return symbol
    for at in range(end, min(end + _NEAR, len(tokens))):
        for phrase, symbol in _bounds("after").get(tokens[at].form, ()):
            if tuple(token.form for token in tokens[at : at + len(phrase)]) == phrase:
                return symbol
    return ""


@cache
def _lexicon() -> Mapping[str, NumberWord]:
    found: dict[str, NumberWord] = {}
    for entry in numeral_words():
        if isinstance(entry.value, str):
            continue
        for form in map(fold, entry.forms):
            word = NumberWord(entry.value, entry.role, entry.times, vague=entry.role == "vague")
            found[form] = replace(found[form], vague=True) if form in found else word
    return found


@cache
def _bounds(position: str) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Phrases by the word of theirs that stands nearest to the number, with its attached particle or without."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry in numeral_words():
        for form in entry.forms if entry.role == "bound" and entry.position == position else ():
            phrase = tuple(fold(form).split())
            nearest = phrase[-1] if position == "before" else phrase[0]
            attached = _PARTICLES if len(phrase) == 1 and position == "before" else ("",)
            for particle in attached:
                found.setdefault(particle + nearest, []).append((phrase, str(entry.value)))
    return {word: tuple(sorted(phrases, key=lambda p: -len(p[0]))) for word, phrases in found.items()}
