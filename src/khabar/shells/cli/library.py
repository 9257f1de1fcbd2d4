"""What Khabar knows beside the reports, for people to look up."""

import sys

from rich.console import Group, RenderableType
from rich.text import Text

from khabar.knowledge.measures import Measure
from khabar.shells.cli.printing import console, print_values
from khabar.views.measures import measures_about, targets_of


def show_measures(about: str | None, *, as_json: bool) -> int:
    """The measures with that word in them, all where none is asked for; 1 where there is none."""
    found = measures_about(about)
    if not found:
        print(f"khabar: no measure says '{about}'; `khabar measures` shows all", file=sys.stderr)
        return 1
    if as_json:
        print_values(found)
    else:
        console().print(*(_shown(one) for one in found), sep="\n")
    return 0


def _shown(one: Measure) -> RenderableType:
    binds = f"  binds {len(one.binds)} states" if len(one.binds) > 1 else ""
    lines = [
        Text.assemble((one.id.removeprefix("measure."), "bold"), f"  {one.instrument.en}, {one.paragraph}{binds}"),
        Text(f"  {one.says.en}"),
        Text(f"  {one.says.ar}"),
        Text(f"  {'، '.join(targets_of(one))} · {one.way} · in force {', '.join(map(str, one.in_force))}"),
    ]
    if one.cap:
        lines.append(Text(f"  allowed: {one.cap.amount:,.0f} {one.cap.unit} a {one.cap.per}"))
    if one.check:
        lines.append(Text(f"  check: {one.check.en}", style="yellow"))
    return Group(*lines, Text(f"  {one.source}", style="dim"))
