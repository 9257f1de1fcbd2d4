"""What Khabar knows beside the reports, for people to look up."""

import sys

from rich.console import Group, RenderableType
from rich.text import Text

from khabar.knowledge.actors import organisation_by_id
from khabar.knowledge.geography import country_by_id
from khabar.knowledge.measures import Measure, measures
from khabar.language.normalise import key
from khabar.shells.cli.printing import console, print_values


def show_measures(about: str | None, *, as_json: bool) -> int:
    """The measures with that word in them, all where none is asked for; 1 where there is none."""
    found = tuple(one for one in measures() if about is None or key(about) in key(" ".join(_words(one))))
    if not found:
        print(f"khabar: no measure says '{about}'; `khabar measures` shows all", file=sys.stderr)
        return 1
    if as_json:
        print_values(found)
    else:
        console().print(*(_shown(one) for one in found), sep="\n")
    return 0


def _words(one: Measure) -> tuple[str, ...]:
    says = (wording for told in (one.instrument, one.says) for wording in (told.en, told.ar))
    return (one.id, *says, one.paragraph, *_targets(one))


def _targets(one: Measure) -> tuple[str, ...]:
    return tuple(sorted(_name(target) for target in one.targets))


def _name(target: str) -> str:
    known = country_by_id(target) or organisation_by_id(target)
    return known.names[0] if known else target


def _shown(one: Measure) -> RenderableType:
    binds = f"  binds {len(one.binds)} states" if len(one.binds) > 1 else ""
    lines = [
        Text.assemble((one.id.removeprefix("measure."), "bold"), f"  {one.instrument.en}, {one.paragraph}{binds}"),
        Text(f"  {one.says.en}"),
        Text(f"  {one.says.ar}"),
        Text(f"  {'، '.join(_targets(one))} · {one.way} · in force {', '.join(map(str, one.in_force))}"),
    ]
    if one.cap:
        lines.append(Text(f"  allowed: {one.cap.amount:,.0f} {one.cap.unit} a {one.cap.per}"))
    if one.check:
        lines.append(Text(f"  check: {one.check.en}", style="yellow"))
    return Group(*lines, Text(f"  {one.source}", style="dim"))
