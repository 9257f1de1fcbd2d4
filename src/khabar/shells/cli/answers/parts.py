"""What answers are made of: styled words, reasons, sentences with the words in question, trees of sources."""

import re
from collections.abc import Callable, Iterable
from functools import cache

from rich.console import RenderableType
from rich.text import Text

from khabar.shells.cli.printing import chain_tree, joint, listed, on_one_line
from khabar.values.reason import Reason
from khabar.views.evidence import Quoted
from khabar.views.outletless import Reports, outletless
from khabar.views.shown import Saying

Called = Callable[[str], str]  # a source by the name that people know it by
OWN_VOICE = "the report itself"
GIST = 90  # characters of a claim in a table
_STYLES = {
    "corroborated": "bold green",
    "single-origin": "yellow",
    "disputed": "bold red",
    "retracted": "magenta",
    "denied-only": "red",
    "asserts": "green",
    "denies": "red",
    "partly": "yellow",
    "unsure": "dim",
    "declines": "dim",
    "questions": "cyan",
    "contradiction": "bold red",
    "update": "green",
    "undecided": "yellow",
}


def styled(word: str) -> Text:
    """A verdict or stance in its colour."""
    return Text(str(word), style=_STYLES.get(str(word), ""))


def called_in(archive: Reports) -> Called:
    """How sources are called that an archive names: a report whose outlet nobody told by its headline, not its id."""

    @cache
    def called(name: str) -> str:
        report = outletless(archive, name)
        return f"unknown outlet · {report.headline or report.id}" if report else name

    return called


def reason_line(reasons: Iterable[Reason], called: Called = str) -> str:
    """Reasons by their codes, with their details."""
    return "; ".join(listed(f"{r.code} ({_detail(r, called)})" if r.detail else r.code for r in reasons))


def _detail(reason: Reason, called: Called) -> str:
    """Names, where it tells of names: those of two sources that are one stand at an equals sign."""
    return "".join(map(called, re.split(r"(; | = )", reason.detail)))


def side_lines(asserting: Iterable[str], denying: Iterable[str], called: Called = str) -> Text:
    """Who asserts on one line, who denies on the next."""
    lines = [
        Text.assemble((side, _STYLES[side]), ": ", "، ".join(listed(map(called, names))))
        for side, names in (("asserts", tuple(asserting)), ("denies", tuple(denying)))
        if names
    ]
    return Text("\n").join(lines)


def where_it_stands(quote: Quoted) -> str:
    """The report that a sentence stands in, its outlet and day."""
    day = quote.published.isoformat() if quote.published else None
    return " ".join(item for item in (quote.passage.report_id, quote.outlet, day) if item)


def sentence(quote: Quoted) -> Text:
    """The sentence with the words in question marked."""
    whole = Text(quote.before.replace("\n", " ").lstrip())
    if quote.before.strip() or quote.after.strip():
        whole.append(quote.words.replace("\n", " "), style="bold underline")
    else:
        whole.append(quote.words.replace("\n", " "))
    whole.append(quote.after.replace("\n", " ").rstrip())
    return whole


def source_tree(
    head: Text, sayings: Iterable[Saying], whole_sentences: bool = False, called: Called = str
) -> RenderableType:
    """What is said, as a tree of those who say it."""
    branches = []
    for one in sayings:
        line = Text.assemble(styled(one.stance), "  ")
        line.append_text(sentence(one.quoted) if whole_sentences else Text(on_one_line(one.quoted.words)))
        line.append(f"  [{one.said or one.quoted.passage.report_id}]", style="dim")
        chain = tuple(joint(tuple(map(called, link))) for link in one.chain) or (OWN_VOICE,)
        branches.append((chain, line))
    return chain_tree(head, branches)


def counted(number: int, what: str, shown: int | None = None) -> Text:
    """The closing line: how many there are, and how many of them are shown."""
    several = what[:-1] + "ies" if what.endswith("y") else what + "s"
    whole = f"{number or 'no'} {what if number == 1 else several}"
    some = shown is not None and shown < number
    return Text(f"{shown} of {whole}; --limit shows more" if some else whole, style="dim")
