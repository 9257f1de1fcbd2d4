"""Numbers in digits and words, with the limits that the text sets to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from khabar.knowledge.numeral_words import numeral_words
from khabar.language.normalise import fold
from khabar.language.number_sums import Sum, total, whole_number
from khabar.language.number_words import AND, MOST_DIGITS, Amount, NumberWord, number_lexicon, number_word, split_number
from khabar.language.tokens import Token, tokens_in
from khabar.values.span import Span

_BETWEEN = "بين"
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
        bound = _bound(tokens, at, end)
        if made.vague and bound in ("", "~"):
            bound = ">="  # about thousands of them are thousands still
        found.append(Numeral(span, value, high.value if high else None, bound, made.ordinal))
        at = end
    return tuple(found)


def _parts(text: str) -> tuple[list[Token], list[NumberWord | None]]:
    # A 'و' that stands alone before a number is taken for an attached one, 'ستة و عشرون', '2 و 3'.
    tokens: list[Token] = []
    words: list[NumberWord | None] = []
    for token in tokens_in(text):
        word = number_word(token.form) if token.kind != "mark" else None
        if word and tokens and tokens[-1].form == AND:
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
    return grouped and len(token.form) == 3 and token.form.isdigit() and len(before.form) < MOST_DIGITS // 2


def _in_groups(text: str, token: Token) -> bool:
    return token.end - token.start > len(token.form)


def _last(words: Sequence[NumberWord | None]) -> Amount | str:
    return words[-1].value if words and words[-1] else ""


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
    return whole_number(low.value * high.scale)


def _first_offset(text: str, token: Token) -> int:
    # Attached particles before the number are not part of it, save in a form that is itself in the lexicon.
    if token.kind == "number" or token.form in number_lexicon():
        return token.start
    found = split_number(token.form)
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
