"""`khabar check`, `backup` and `recover`."""

from dataclasses import asdict
from pathlib import Path

from khabar.errors import Occupied, ServerRefuses
from khabar.shells.cli.building import built_from, summary
from khabar.shells.cli.printing import print_json, say
from khabar.store.archive import PATIENCE, Archive
from khabar.store.backups import back_up
from khabar.store.checking import check
from khabar.store.recovering import recover
from khabar.values.place import Place, Server
from khabar.workers.bounds import Crew

_RESTORE = "Bring back a copy that `khabar backup` or `pg_dump` made."
_SHOWN = 20  # lines about what is damaged or lost


def check_archive(path: Place, *, as_json: bool) -> int:
    """Says what is damaged; 1 if anything is, else 0."""
    found = check(path, PATIENCE)
    if as_json:
        print_json(asdict(found))
    else:
        print(f"{path}: {found.reports} reports are whole, {found.acts} acts of review")
        _show(found.troubles)
        print("damaged: `khabar recover` saves what is whole" if found.troubles else "nothing is damaged")
    return 1 if found.troubles else 0


def back_up_archive(path: Place, to: Place, *, as_json: bool) -> None:
    """Copies it, and says whether the copy is whole."""
    back_up(path, to, PATIENCE)
    found = check(to, PATIENCE)
    if as_json:
        print_json(asdict(found))
        return
    print(f"{to}: {found.reports} reports, {found.acts} acts of review")
    _show(found.troubles)


def recover_archive(path: Place, to: Path, workers: int | None, *, as_json: bool) -> int:
    """Saves what is whole, reads and weighs it; 1 if anything was lost, else 0."""
    if isinstance(path, Server):
        raise ServerRefuses(str(path), "what a server keeps is not recovered from here.", _RESTORE)
    if to.exists():
        raise Occupied(str(to))
    found = recover(path, to, PATIENCE)
    with Archive.to_write(to) as archive:
        built, _ = built_from(archive, (), Crew(workers))
    if as_json:
        print_json(asdict(found))
    else:
        print(f"{to}: {found.reports} reports saved, {found.acts} acts of review; {summary(built)}")
        _show([f"lost: {own_id}" for own_id in found.lost])
    return 1 if found.lost else 0


def _show(lines: tuple[str, ...] | list[str]) -> None:
    for line in lines[:_SHOWN]:
        say(f"  {line}")
    if len(lines) > _SHOWN:
        print(f"  … and {len(lines) - _SHOWN} more")
