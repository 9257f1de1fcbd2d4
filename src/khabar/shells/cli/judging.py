"""`khabar same` and `khabar different`: what a person says of two actors or claims."""

import getpass
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from khabar.builds import build
from khabar.errors import CannotJudge
from khabar.shells.cli.printing import print_json
from khabar.store.archive import Archive
from khabar.store.values_as_json import to_json
from khabar.values.judgement import Judgement
from khabar.views.judging import pointed_at


@dataclass(frozen=True, slots=True)
class Said:
    """How a judgement was given."""

    because: str = ""
    author: str | None = None  # None: who is logged in
    undo: bool = False


def judge(path: Path, one: str, other: str, said: Said, *, same: bool, as_json: bool) -> int:
    """Keeps the judgement, or takes it back, and weighs again; 1 where there was nothing to take back."""
    with Archive.to_read(path) as archive:
        judgement = _judgement(archive, one, other, said, same=same)
    with Archive.to_write(path) as archive:
        changed = archive.undo_judgement(judgement) if said.undo else True
        if not said.undo:
            archive.keep_judgement(judgement)
        build(archive, (), 1)
    if as_json:
        print_json({"changed": changed, "judgement": to_json(judgement)})
    else:
        print(_told(judgement, said, changed=changed))
    return 0 if changed else 1


def _judgement(archive: Archive, one: str, other: str, said: Said, *, same: bool) -> Judgement:
    (first, here), (second, there) = (pointed_at(archive, asked, str(archive.path)) for asked in (one, other))
    if first is not second:
        raise CannotJudge(f"{one}, {other}", "one is an actor, the other a claim.")
    if here == there:
        raise CannotJudge(f"{one}, {other}", "both are the same words of the same report.")
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    return Judgement(first, same, here, there, said.author or getpass.getuser(), now, said.because)


def _told(judgement: Judgement, said: Said, *, changed: bool) -> str:
    if said.undo:
        return "taken back; weighed again" if changed else "nothing was judged of these two"
    return f"kept: {'the same' if judgement.same else 'not the same'} {judgement.of} ({judgement.told}); weighed again"
