"""`khabar same`, `different`, `correct` and `review`: what a person says of conclusions and of readings."""

import getpass
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from khabar.errors import CannotCorrect
from khabar.shells import reviewing
from khabar.shells.cli.answers.parts import GIST, counted
from khabar.shells.cli.answers.review import review_table
from khabar.shells.cli.printing import console, print_json, say, shortened
from khabar.store.archive import Archive
from khabar.store.values_as_json import to_json
from khabar.values.correction import Ruling
from khabar.values.judgement import Judgement
from khabar.values.place import Place
from khabar.views.evidence import quoted
from khabar.views.review import said_by_people


@dataclass(frozen=True, slots=True)
class Said:
    """How a judgement was given."""

    because: str = ""
    author: str | None = None  # None: who is logged in
    undo: bool = False

    @property
    def word(self) -> reviewing.Word:
        """The same, with the author's name."""
        return reviewing.Word(_writable(self.author or getpass.getuser()), _writable(self.because), self.undo)


def judge(path: Place, one: str, other: str, said: Said, *, same: bool, as_json: bool) -> int:
    """Keeps the judgement, or takes it back, and weighs again; 1 where there was nothing to take back."""
    changed, judgement = reviewing.judge(path, one, other, said.word, same=same, workers=None)
    if as_json:
        print_json({"changed": changed, "judgement": to_json(judgement)})
    else:
        say(_told(judgement, said, changed=changed))
        for line in () if said.undo else _pointed_at(path, judgement):
            console().print(line, soft_wrap=True)
        if not said.undo:
            console().print("the same command with --undo takes it back", style="dim")
    return 0 if changed else 1


def _pointed_at(path: Place, judgement: Judgement) -> Iterator[str]:
    """The words that each of the two stands for: a name that was typed may be another's than was thought."""
    with Archive.to_read(path) as archive:
        for passage in (judgement.one, judgement.other):
            words = shortened(quoted(archive, passage).words, GIST)
            yield f"  {words}  [{passage.report_id}]"


def correct(path: Place, item: str, given: dict[Ruling, str | None], said: Said, *, as_json: bool) -> int:
    """Keeps the one ruling that was given, or takes it back, and weighs again; 1 where nothing was to take back."""
    if said.undo and not given:
        return _uncorrect(path, item, said, as_json=as_json)
    if len(given) != 1:
        raise CannotCorrect(item, f"{'more than one ruling' if given else 'no ruling'} was given.")
    ((ruling, value),) = given.items()
    changed, correction = reviewing.correct(path, item, ruling, value, said.word)
    if as_json:
        print_json({"changed": changed, "correction": to_json(correction)})
    elif said.undo:
        say("taken back; weighed again" if changed else "nothing was said of this")
    else:
        say(f"kept: {ruling}{f' {value}' if value else ''} ({correction.told}); weighed again")
    return 0 if changed else 1


def _uncorrect(path: Place, item: str, said: Said, *, as_json: bool) -> int:
    count = reviewing.uncorrect(path, item, said.word.author)
    if as_json:
        print_json({"changed": bool(count)})
    else:
        say("taken back; weighed again" if count else "nothing was said of this")
    return 0 if count else 1


def rulings(*, right: bool, wrong: bool, **values: str | None) -> dict[Ruling, str | None]:
    """What was given of all that may be said; `kind` is the type of an event."""
    marked: dict[Ruling, str | None] = {}
    marked |= {Ruling.RIGHT: None} if right else {}
    marked |= {Ruling.WRONG: None} if wrong else {}
    named = {"stance": Ruling.STANCE, "status": Ruling.STATUS, "kind": Ruling.TYPE, "time": Ruling.TIME}
    return marked | {named[name]: str(value) for name, value in values.items() if value is not None}


def review(path: Place, limit: int, *, as_json: bool) -> None:
    """Everything that people said."""
    with Archive.to_read(path) as archive:
        found = said_by_people(archive, limit=None if as_json else limit)
    if as_json:
        print_json([{"key": one.key, **to_json(one)} for one in found])
        return
    if found.total:
        console().print(review_table(found))
    console().print(counted(found.total, "judgement", limit))
    if found.total:
        console().print("`khabar review --undo KEY` takes one back", style="dim")


def take_back(path: Place, key: str, said: Said) -> None:
    """Takes back what the list shows under that key."""
    reviewing.take_back(path, key, said.word.author)
    say("taken back; weighed again")


def save_said(path: Place, file: Path) -> None:
    """Writes everything that people said, one line each."""
    with Archive.to_read(path) as archive:
        lines = archive.log()
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    say(f"{file}: {len(lines)} {'judgement' if len(lines) == 1 else 'judgements'}")


def add_said(path: Place, file: Path, *, as_json: bool) -> None:
    """Keeps what a file of such lines says."""
    added = reviewing.add_log(path, file.read_text(encoding="utf-8").split("\n"), str(file))
    if as_json:
        print_json(
            {"kept": added.kept, "known": added.known, "elsewhere": added.elsewhere, "overruled": added.overruled}
        )
        return
    told = f"{added.kept} kept, {added.known} known already"
    say(told + (f", {added.elsewhere} about reports that are not here yet" if added.elsewhere else ""))
    if added.overruled:
        say(f"{added.overruled} said here before no longer holds: what was added is newer or takes it back")


def _writable(text: str) -> str:
    """What was typed, without bytes that are no letters."""
    return text.encode(errors="replace").decode()


def _told(judgement: Judgement, said: Said, *, changed: bool) -> str:
    if said.undo:
        return "taken back; weighed again" if changed else "nothing was judged of these two"
    return f"kept: {'the same' if judgement.same else 'not the same'} {judgement.of} ({judgement.told}); weighed again"
