"""The stretches of a text that are the article proper, without the page's furniture."""

import re
from collections import Counter
from collections.abc import Sequence

from khabar.knowledge.furniture import Furniture, words_of
from khabar.reports.labels import label_of
from khabar.reports.lines import Line, lines_in
from khabar.values.span import Span

_LAST_BRACKET = re.compile(r"\([^()\n]{3,240}\)\.?$")
_BRACKET = 300  # characters at the end that are looked at for one
_HEADLINE = 4  # words: fewer before the first paragraph are a name, a section or a kicker
_PATH = 10  # words: more around a bar are a headline
_VALUE = 5  # words: more are no name behind a label
_TITLE = 24  # words: more are no title in a list of links
_LINKS = 40  # titles in one list of links
_RUN = 6  # titles between two paragraphs
_WIDTH = 110  # characters: no editor breaks lines later
_CAPTION = 14  # words: a longer line that is repeated is a paragraph
_STOPPING = 0.8  # of the paragraphs end in a full stop, where it means anything that a line does not
_LIST = 4  # short lines after the last paragraph: so many are a list, and part of the article


def body_in(text: str, title: str | None = None) -> tuple[Span, ...]:
    """The article's stretches: sorted, disjoint, no blanks at their ends; one at least where the text has any."""
    lines = tuple(lines_in(text))
    kept = _kept(lines, words_of(title) if title else ())
    if not any(kept):
        kept = [True] * len(lines)
    return _without_credit(text, _stretches(lines, kept))


def _without_credit(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The same, less a bracket behind the last sentence that only says who wrote or edited it."""
    if not spans:
        return spans
    start, end = max(spans[-1].start, spans[-1].end - _BRACKET), spans[-1].end
    found = _LAST_BRACKET.search(text, start, end)
    if found is None or not text[start : found.start()].rstrip().endswith((".", '."')):
        return spans
    inner = next(lines_in(found.group()), None)
    if inner is None or label_of(inner, "tail") is None:
        return spans
    return (*spans[:-1], Span(spans[-1].start, start + len(text[start : found.start()].rstrip())))


def _stretches(lines: Sequence[Line], kept: Sequence[bool]) -> tuple[Span, ...]:
    spans: list[Span] = []
    joined = False
    for line, keep in zip(lines, kept, strict=True):
        if keep and joined:
            spans[-1] = Span(spans[-1].start, line.end)
        elif keep:
            spans.append(Span(line.start, line.end))
        joined = keep
    return tuple(spans)


def _kept(lines: Sequence[Line], title: tuple[str, ...]) -> list[bool]:
    first, last = _prose_ends(lines)
    places = ["head" if at < first else "tail" if at > last else "middle" for at in range(len(lines))]
    labels = [_label(line, at, place, title) for at, (line, place) in enumerate(zip(lines, places, strict=True))]
    kept = [
        label is None and not _is_bare(line, place) for line, label, place in zip(lines, labels, places, strict=True)
    ]
    _cut_foreign(lines, kept)
    _cut_after_labels(lines, labels, first, kept)
    _cut_rest(lines, labels, kept)
    if not _is_wrapped(lines):
        _cut_captions(lines, first, kept)
        _cut_titles(lines, first, last, kept)
        _cut_head(lines[:first], kept, title)
        _cut_tail(lines, last, labels, kept)
    return kept


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether paragraphs were broken into lines of one width, so that a line tells nothing by its length.

    A guess that only keeps lines; what joins them to sentences (`language.broken_lines`) has to be surer.
    """
    lengths = [line.end - line.start for line in lines]
    widest = max(lengths, default=0)
    full = sum(4 * length > 3 * widest for length in lengths)
    stops = sum(line.stops for line in lines)
    return len(lines) > _RUN and widest <= _WIDTH and 2 * full > len(lines) and 2 * stops < len(lines)


def _prose_ends(lines: Sequence[Line]) -> tuple[int, int]:
    """The first and the last paragraph; without any, the whole text is a middle."""
    prose = [at for at, line in enumerate(lines) if line.is_prose and label_of(line, "anywhere") is None]
    if len(prose) > 1 and prose[0] == 0 and not lines[0].stops and len(lines[0].words) <= _TITLE:
        del prose[0]  # a long headline
    return (prose[0], prose[-1]) if prose else (0, len(lines) - 1)


def _label(line: Line, at: int, place: str, title: tuple[str, ...]) -> Furniture | None:
    """What the line is labelled as; a headline may open like one: 'Report: what it found'."""
    label = label_of(line, place)
    if label is None or (line.words == title and len(title) >= _HEADLINE):
        return None
    opens_headline = at == 0 and label.match == "label" and label.where == "anywhere" and line.has_colon
    return None if opens_headline and len(line.words) > _HEADLINE else label


def _is_bare(line: Line, place: str) -> bool:
    if line.is_marks:
        return not (place == "middle" and line.is_years)
    return line.is_address or line.is_post_credit


def _cut_foreign(lines: Sequence[Line], kept: list[bool]) -> None:
    """Short lines without an Arabic letter, in an Arabic page: its buttons."""
    if 2 * sum(line.is_arabic for line in lines) <= len(lines):
        return
    for at, line in enumerate(lines):
        if not line.is_arabic and not line.stops and not line.is_marks and len(line.words) <= _CAPTION:
            kept[at] = False


def _cut_after_labels(lines: Sequence[Line], labels: Sequence[Furniture | None], first: int, kept: list[bool]) -> None:
    for at, label in enumerate(labels):
        if label is None or not (label.match == "alone" or lines[at].words in label.forms):
            continue
        if label.cuts == "value":
            _cut_while(lines, kept, at + 1, 1, _VALUE)
        elif at > first and label.cuts in ("links", "rest"):  # above the article the headline would be the first link
            _cut_while(lines, kept, at + 1, _LINKS, _TITLE)


def _cut_while(lines: Sequence[Line], kept: list[bool], start: int, most: int, words: int) -> None:
    for at in range(start, min(start + most, len(lines))):
        if lines[at].stops or len(lines[at].words) > words:
            return
        kept[at] = False


def _cut_rest(lines: Sequence[Line], labels: Sequence[Furniture | None], kept: list[bool]) -> None:
    """What closes an article closes it, unless more of the article would follow than went before."""
    sizes = [len(line.words) if keep and line.is_prose else 0 for line, keep in zip(lines, kept, strict=True)]
    before, after = 0, sum(sizes)
    for at, label in enumerate(labels):
        if label is not None and label.cuts == "rest" and before > after:
            kept[at:] = [False] * (len(lines) - at)
            return
        before, after = before + sizes[at], after - sizes[at]


def _cut_captions(lines: Sequence[Line], first: int, kept: list[bool]) -> None:
    """A caption stands once under its picture and once for those who do not see it: twice, one after the other."""
    for at in range(first, len(lines) - 1):
        line = lines[at]
        if line.text == lines[at + 1].text and not line.stops and len(line.words) <= _CAPTION:
            kept[at] = kept[at + 1] = False


def _cut_titles(lines: Sequence[Line], first: int, last: int, kept: list[bool]) -> None:
    """Two and more titles in a row after a full stop link to other reports, where paragraphs do end in full stops."""
    prose = [line.stops for line in lines[first : last + 1] if line.is_prose]
    if sum(prose) < _STOPPING * len(prose):
        return
    at = first + 1
    while at < last:
        end = at
        while end < last and kept[end] and _is_title(lines[end]):
            end += 1
        run = lines[at:end]
        if 2 <= len(run) <= _RUN and lines[at - 1].stops and any(len(line.words) > _VALUE for line in run):
            kept[at:end] = [False] * len(run)
        at = end + 1


def _is_title(line: Line) -> bool:
    short = _HEADLINE <= len(line.words) < _CAPTION
    return short and not line.stops and not line.is_item and not line.text.endswith(":")


def _cut_head(head: Sequence[Line], kept: list[bool], title: tuple[str, ...]) -> None:
    """Before the first paragraph stand the headline and its like, and names, sections and kickers, which are short."""
    left = [at for at in range(len(head)) if kept[at]]
    if not left:
        return
    like_headlines = [
        at for at in left if (len(head[at].words) >= _HEADLINE or head[at].has_inner_marks) and "|" not in head[at].text
    ]
    headline = next((at for at in left if head[at].words == title), like_headlines[0] if like_headlines else left[0])
    counts = Counter(line.text for line in head)
    for at in left:
        line = head[at]
        longer = len(line.words) > _HEADLINE or line.has_inner_marks or line.is_item or line.stops
        repeated = counts[line.text] > 1 and len(line.words) <= _HEADLINE
        path = "|" in line.text and len(line.words) <= _PATH
        if at != headline and (not longer or repeated or path):
            kept[at] = False


def _cut_tail(lines: Sequence[Line], last: int, labels: Sequence[Furniture | None], kept: list[bool]) -> None:
    """Short lines after the last paragraph head nothing: they are names, tags and titles of other reports."""
    loose = [at for at in range(last + 1, len(lines)) if kept[at] and not lines[at].stops and not lines[at].is_item]
    labelled = next((at for at in range(last + 1, len(lines)) if labels[at] is not None), len(lines))
    few = sum(at < labelled for at in loose) < _LIST
    followed = False
    for at in reversed(loose):  # from the end: what something follows may head it
        is_name = len(lines[at].words) < _HEADLINE and few and not followed and not lines[at].has_inner_marks
        is_title = at > labelled and (len(lines[at].words) <= _TITLE or lines[at].promises)
        kept[at] = not (is_name or is_title or lines[at].is_initials)
        followed = followed or kept[at]
