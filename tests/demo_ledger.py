"""The demo's ledger, flags and relation curve as an analyst reads them; run as a program, it writes demo_ledger.txt anew.

python tests/demo_ledger.py
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from khabar.builds import build
from khabar.reports.intake import reports_in
from khabar.store.archive import Archive
from khabar.values.claim import PositionStance
from khabar.values.exchange import Telling
from khabar.views.exchanges import Transfer, exchanges, sums
from khabar.views.relations import Relation, relations

REPORTS = Path(__file__).parent.parent / "demo" / "reports"
KEPT = Path(__file__).with_suffix(".txt")
WRITE_ANEW = "python tests/demo_ledger.py"
PAIR = ("روسيا", "كوريا الشمالية")
_STANCES = {PositionStance.ASSERTS: "told by", PositionStance.DENIES: "denied by"}


def demo_ledger() -> str:
    """What the demo's reports come to, line by line."""
    with TemporaryDirectory() as folder, Archive.to_write(Path(folder) / "demo.khabar") as archive:
        build(archive, reports_in([REPORTS]), 1)
        found = sorted(exchanges(archive), key=_place)
        (relation,) = relations(archive, *PAIR)
        told = [*_ledger(found), *_sums(found), *_curve(relation)]
    return "\n".join(told) + "\n"


def _place(one: Transfer) -> tuple[str, str, str, str]:
    x = one.exchange
    return str(x.reported), x.tellings[0].passage.report_id, f"{x.tellings[0].passage.span.start:06}", str(x.goods)


def _ledger(found: list[Transfer]) -> Iterator[str]:
    yield f"# Exchanges: {len(found)}"
    numbers = {one.exchange.id: number for number, one in enumerate(found, 1)}
    for number, one in enumerate(found, 1):
        x = one.exchange
        way = "↔" if x.mutual else "→"
        words = " ".join(one.goods.words.split()) if one.goods else "–"
        yield ""
        yield f"{number}. {_list(x.giver)} {way} {_list(x.recipient)}: {words} ({x.goods}{f', {x.quantity}' if x.quantity else ''})"
        yield f"   {x.stage}, {one.verdict}; time: {x.time or 'not told'}; first reported: {x.reported}"
        if x.means or x.route:
            yield f"   travels: {', '.join(x.means) or '–'}; by way of: {_list(x.route)}"
        if x.in_return_for:
            yield f"   in return for: {', '.join(str(n) for n in sorted(numbers[i] for i in x.in_return_for))}"
        if one.for_what:
            yield f"   in return for: «{' '.join(one.for_what.words.split())}»"
        for flag in one.flags:
            cap = ", counts against a cap" if flag.counts_against_cap else ""
            yield f"   would fall under: {flag.measure.removeprefix('measure.')}{cap}"
        yield from (_telling(telling) for telling in x.tellings)


def _telling(one: Telling) -> str:
    """Who tells it, the first source last, and as how far gone."""
    chain = " < ".join(_list(link) for link in one.chain) or "own voice"
    stage = f" as {one.stage}" if one.stage else ""
    return f"   {_STANCES.get(one.stance, one.stance)}: {chain}{stage} [{one.passage.report_id}]"


def _sums(found: list[Transfer]) -> Iterator[str]:
    yield from ("", "# Delivered in all", "")
    for one in sums(found):
        without = f", {one.without_figure} without a figure" if one.without_figure else ""
        yield f"{one.giver} → {one.recipient}: {one.goods} {one.amount} (lines with a figure: {one.exchanges}{without})"


def _curve(relation: Relation) -> Iterator[str]:
    yield from ("", f"# {relation.one} – {relation.other}: {relation.score:+}", "")
    for month in relation.months:
        yield f"{month.month}  {month.score:+}  half a year: {month.balance:+}{'  turns' if month.turns else ''}"
    yield ""
    for one in relation.dealings:
        way = "↔" if one.mutual else "→"
        gist = " ".join(one.told.gist.split())
        when = one.told.time or one.told.reported
        yield f"{when}  {one.weight:+} {one.told.type} {one.giver} {way} {one.taker}, {one.told.status or 'denied'}, {one.told.verdict}: {gist}"


def _list(names: tuple[str, ...]) -> str:
    return "، ".join(names) or "–"


if __name__ == "__main__":
    KEPT.write_text(demo_ledger(), encoding="utf-8")
