"""`khabar explain`: what a label means, for people and for programs."""

from collections.abc import Iterable
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from khabar.shells.cli.printing import console, print_json, print_values
from khabar.store.values_as_json import to_json
from khabar.views.labels import Label, LexiconEntry, entry_ids, explained, kinds, labels


def explain_label(asked: str, *, as_json: bool) -> None:
    """Prints what a label means, each part of one that is put together."""
    found = explained(asked)
    if as_json:
        print_values(found)
    else:
        console().print(*map(_meaning, found), sep="")


def explain_all(*, as_json: bool) -> None:
    """Prints every label by kind with its meaning, and the entries of the knowledge by file."""
    if as_json:
        print_json({"labels": [to_json(label) for label in labels()], "entries": entry_ids()})
        return
    out = console()
    for kind, given in groupby(labels(), key=lambda label: label.kind):
        out.print(Text.assemble((kind, "bold"), f": {kinds()[kind]}"))
        out.print(_listed((label.label, label.en) for label in given))
    for file, ids in entry_ids().items():
        out.print(Text.assemble((f"{file}  ", "bold"), f"{len(ids)} entries, such as {', '.join(ids[:3])}"))


def _listed(lines: Iterable[tuple[str, str]]) -> RenderableType:
    told = tuple(lines)
    width = max(len(name) for name, _ in told)
    return Group(*(Text.assemble((f"  {name:{width}}  ", "cyan"), en) for name, en in told), "")


def _meaning(found: Label | LexiconEntry) -> RenderableType:
    match found:
        case Label():
            return _of_label(found)
        case LexiconEntry():
            return _of_entry(found)


def _of_label(one: Label) -> RenderableType:
    head = Text.assemble((one.label, "bold"), f"  {one.kind}  ", (one.file, "dim"))
    shown = {"means": one.en, "معناه": one.ar, "example": one.example, "matches": one.words, "near miss": one.near_miss}
    return Group(head, *_lines(shown.items()), "")


def _of_entry(one: LexiconEntry) -> RenderableType:
    """The entry as it stands in its file, its sentences one to a line."""
    head = Text.assemble((one.label, "bold"), "  entry  ", (f"{one.file}:{one.line}", "dim"))
    single = ((name, value) for name, values in one.fields for value in _together(values))
    return Group(head, *_lines(single), "")


def _together(values: tuple[str, ...]) -> tuple[str, ...]:
    """Words on one line, sentences one to a line."""
    return values if any(" " in value.strip() for value in values) else ("، ".join(values),)


def _lines(shown: Iterable[tuple[str, str]]) -> Iterable[Text]:
    return (Text.assemble((f"  {name}: ", "dim"), value) for name, value in shown if value)
