"""Reads the dates of a text: at each place the longest rule that holds, left to right."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from re import Match

from khabar.language.times import (
    day_rules,
    distance_rules,
    feast_rules,
    hijri_rules,
    range_rules,
    relative_rules,
    week_rules,
    year_rules,
)
from khabar.language.times.context import Context, folded_context
from khabar.language.times.grammar import Found, letters
from khabar.language.times.items import Item, runs_in
from khabar.values.moment import Moment
from khabar.values.span import Span
from khabar.values.timex import Timex

RULES = (
    *day_rules.RULES,
    *week_rules.RULES,
    *year_rules.RULES,
    *relative_rules.RULES,
    *distance_rules.RULES,
    *range_rules.RULES,
    *hijri_rules.RULES,
    *feast_rules.RULES,
)
# Two days far apart: what comes out the same for both does not hang on the day of publication.
_PROBES = (date(2013, 2, 12), date(2021, 9, 30))
_CREDIBLE = range(1600, 2400)  # years of publication; a report of another year has a wrong date, which is none
_KEPT_MENTIONS = 8


def timexes_in(text: str, published: date | None) -> tuple[Timex, ...]:
    """Every date of a text in reading order, none overlapping another."""
    if published is not None and published.year in _CREDIBLE:
        return _read(text, published)
    first, second = (_read(text, probe) for probe in _PROBES)
    sure = set(second)
    return tuple(t if t in sure else Timex(t.span, None, t.rule) for t in first)


def _read(text: str, published: date) -> tuple[Timex, ...]:
    found: list[Timex] = []
    mentions: tuple[str, ...] = ()
    latest: Span | None = None
    for run in runs_in(text):
        at = 0
        candidates = _candidates(letters(run))
        while at < len(run):
            step = _timex(run, candidates[at], text, published, mentions, latest)
            if step is None:
                at += 1
                continue
            timex, at = step
            found.append(timex)
            if timex.moment:
                mentions = (*mentions, timex.moment.edtf.removesuffix("/.."))[-_KEPT_MENTIONS:]
                latest = timex.span
    return tuple(found)


@lru_cache(maxsize=16384)
def _candidates(run: str) -> tuple[tuple[tuple[int, Match[str]], ...], ...]:
    """For each place of a run the rules that match there, the longest first."""
    return tuple(
        tuple(
            sorted(
                ((at, m) for at, rule in enumerate(RULES) if (m := rule.pattern.match(run, place)) and m.group()),
                key=lambda pair: (-pair[1].end(), pair[0]),
            )
        )
        for place in range(len(run))
    )


def _timex(
    run: Sequence[Item],
    candidates: Sequence[tuple[int, Match[str]]],
    text: str,
    published: date,
    mentions: tuple[str, ...],
    latest: Span | None,
) -> tuple[Timex, int] | None:
    for number, match in candidates:
        found = Found(run, match)
        first, end = found.bounds
        context = Context(published, text, run[first].start, run[end - 1].end, mentions, latest)
        value = RULES[number].meaning(found, context)
        if value:
            start, value = _with_since(found, context, value)
            return Timex(Span(start, _last_end(run[first:end], text)), Moment(value), RULES[number].name), end
    return None


def _last_end(items: Sequence[Item], text: str) -> int:
    """Where a date ends: without a bracket that was opened before it, as in '(مساء السادس من أيار)'."""
    words = text[items[0].start : items[-1].end]
    return items[-2].end if words.endswith(")") and "(" not in words else items[-1].end


def _with_since(found: Found, context: Context, value: str) -> tuple[int, str]:
    """'منذ' opens the interval at its end, save after a superlative, which compares with a point."""
    if found.before != "SINCE" or value.endswith("/.."):
        return context.start, value
    since = found.items[found.bounds[0] - 1]
    compared = Context(context.today, context.text, since.start, since.end)
    if any(word in folded_context("superlative-level") for word in compared.words_before(4)):
        return context.start, value
    return since.start, f"{value.split('/')[0]}/.."
