"""Stretches in quotation marks: four kinds of marks, nested, mixed and unbalanced ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from khabar.language.tokens import Token
from khabar.values.span import Span

_OPENERS = {"«": "»", "“": "”", "„": "”", "‹": "›", "”": "”", '"': '"', "‟": "”", "〝": "〞", "＂": "＂"}
_CLOSERS = {"»": "«", "”": "“", "›": "‹", '"': '"', "“": "”", "〞": "〝", "＂": "＂"}
_MARKS = _OPENERS.keys() | _CLOSERS.keys()
# A mark that is left open is taken to end with the paragraph, and marks further in than this are left alone.
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between two marks, without them."""

    first: int  # token range, half-open, marks left out
    last: int
    span: Span
    closed: bool = True  # False: the closing mark is missing
    depth: int = 0  # 0: not inside another quotation


def quotes_in(tokens: Sequence[Token], paragraphs: Sequence[tuple[int, int]], text: str) -> tuple[Quote, ...]:
    """All quotations, by their first token."""
    found: list[Quote] = []
    for first, last in paragraphs:
        found.extend(_in_paragraph(tokens, first, last, text))
    return tuple(sorted(found, key=lambda q: (q.first, -q.last)))


def _in_paragraph(tokens: Sequence[Token], first: int, last: int, text: str) -> list[Quote]:
    found: list[Quote] = []
    opened: list[tuple[int, str]] = []  # token index of the mark, the mark that closes it
    # Straight marks look alike on both sides: where they pair up they are taken in turn, whatever blanks stand beside.
    marks = [at for at in range(first, last) if tokens[at].form in _MARKS]
    in_turn = len([at for at in marks if tokens[at].form == '"']) % 2 == 0
    for at in marks:
        mark = tokens[at].form
        if tokens[at].kind != "mark":
            continue
        if opened and _closes(mark, opened, text, tokens[at], in_turn):
            begin, _ = opened.pop()
            found.append(_quote(tokens, begin + 1, at, text, closed=True, depth=len(opened)))
        elif mark in _OPENERS and (_can_open(text, tokens[at]) or (mark == '"' and in_turn)) and len(opened) < DEEPEST:
            if opened and opened[-1][1] == _OPENERS[mark]:  # the same mark again: the first was never closed
                begin, _ = opened.pop()
                found.append(_quote(tokens, begin + 1, _sentence_end(tokens, begin, at), text, False, len(opened)))
            opened.append((at, _OPENERS[mark]))
    for depth, (begin, _) in enumerate(opened):
        end = last - 1 if tokens[last - 1].form in {".", "،"} else last
        found.append(_quote(tokens, begin + 1, end, text, closed=False, depth=depth))
    return [q for q in found if q.first < q.last]


def _closes(mark: str, opened: list[tuple[int, str]], text: str, token: Token, in_turn: bool) -> bool:
    wanted = opened[-1][1]
    if mark == wanted:
        return mark not in _OPENERS or (mark == '"' and in_turn) or mark == "”" or not _looks_opening(text, token)
    # “…“ and ”…” stand in print too: a mark that cannot open closes what is open.
    return mark in _CLOSERS and wanted in {"”", "“"} and mark in {"”", "“", "„"} and not _can_open(text, token)


def _can_open(text: str, token: Token) -> bool:
    after = text[token.end] if token.end < len(text) else " "
    return not after.isspace() or token.form in {"«", "“"}


def _looks_opening(text: str, token: Token) -> bool:
    """Whether a straight mark inside an open quotation can only be another opening one."""
    before = text[token.start - 1] if token.start else " "
    after = text[token.end] if token.end < len(text) else " "
    return (before.isspace() or before in "(ـ") and not after.isspace() and after not in "،,.؛;:)!؟?"


def _sentence_end(tokens: Sequence[Token], begin: int, before: int) -> int:
    for at in range(begin + 1, before):
        if tokens[at].form in {".", "؟", "!"}:
            return at
    return before


def _quote(tokens: Sequence[Token], first: int, last: int, text: str, closed: bool, depth: int) -> Quote:
    while last > first and tokens[last - 1].form in {".", "،", "؛"}:
        last -= 1
    span = Span(tokens[first].start, tokens[last - 1].end) if first < last else Span(0, 0)
    return Quote(first, last, span, closed, depth)
