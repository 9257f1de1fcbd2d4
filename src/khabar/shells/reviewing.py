"""A person's word taken down and acted on, the same from the command line and from the pages."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from khabar.builds import build
from khabar.errors import BadForm, BadLog, CannotJudge, NotInArchive
from khabar.store.archive import Archive
from khabar.store.values_as_json import from_json, to_json
from khabar.values.correction import Correction, Ruling
from khabar.values.judgement import Judgement
from khabar.values.reason import Passage
from khabar.views.judging import pointed_at
from khabar.views.review import JudgementShown, RulingShown, ruled, said_under

_KINDS: dict[type, str] = {Judgement: "judgement", Correction: "correction"}


@dataclass(frozen=True, slots=True)
class Word:
    """Who speaks, and why."""

    author: str
    because: str = ""
    undo: bool = False  # what was said of the same matter is taken back


def judge(path: Path, one: str, other: str, word: Word, *, same: bool) -> tuple[bool, Judgement]:
    """Keeps that two actors or claims are the same or not, or takes it back, and weighs; False: nothing changed."""
    with Archive.to_read(path) as archive:
        judgement = _judgement(archive, one, other, word, same=same)
    with Archive.to_write(path) as archive:
        if word.undo:
            changed = archive.undo_judgement(judgement)
        else:
            archive.keep_judgement(judgement)
            changed = True
        build(archive, (), 1)
    return changed, judgement


def correct(path: Path, item: str, ruling: Ruling, value: str | None, word: Word) -> tuple[bool, Correction]:
    """Keeps what is said of a saying or an event, or takes it back, and weighs; False: nothing changed."""
    with Archive.to_read(path) as archive:
        of, where = ruled(archive, item, ruling, value)
    correction = Correction(of, where, ruling, word.author, _now(), value, word.because)
    with Archive.to_write(path) as archive:
        if word.undo:
            changed = archive.undo_correction(correction)
        else:
            archive.keep_correction(correction)
            changed = True
        build(archive, (), 1)
    return changed, correction


def take_back(path: Path, key: str) -> None:
    """Takes back what a person said, by its key in the list of all that was said, and weighs."""
    with Archive.to_write(path) as archive:
        match said_under(archive, key):
            case RulingShown(correction=correction):
                archive.undo_correction(correction)
            case JudgementShown(judgement=judgement):
                archive.undo_judgement(judgement)
        build(archive, (), 1)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the words of a log."""

    kept: int = 0
    known: int = 0  # the archive has them, or a newer word on the same matter
    elsewhere: int = 0  # about reports that the archive does not have


def log_of(archive: Archive) -> Iterator[str]:
    """Everything that people said, one line of JSON each, the earliest first."""
    said: list[Judgement | Correction] = [*archive.judgements(), *archive.corrections()]
    for one in sorted(said, key=lambda one: (one.at, str(one.matter))):
        yield json.dumps({_KINDS[type(one)]: to_json(one)}, ensure_ascii=False, separators=(",", ":"))


def add_log(path: Path, lines: Iterable[str], name: str) -> Added:
    """Keeps what a log says, of each matter the newest word, and weighs; raises BadLog for a line of another form.

    Two logs that are added in either order, or twice, leave the same.
    """
    said = [_said_in(line, number, name) for number, line in enumerate(lines, start=1) if line.strip()]
    with Archive.to_write(path) as archive:
        here: tuple[Judgement | Correction, ...] = (*archive.judgements(), *archive.corrections())
        have: dict[object, Judgement | Correction] = {one.matter: one for one in here}
        added = Added()
        for one in said:
            known = have.get(one.matter)
            if not all(_is_here(archive, passage.report_id) for passage in _passages(one)):
                added = replace(added, elsewhere=added.elsewhere + 1)
            elif known is not None and _order(known) >= _order(one):
                added = replace(added, known=added.known + 1)
            else:
                have[one.matter] = one
                _keep(archive, one)
                added = replace(added, kept=added.kept + 1)
        build(archive, (), 1)
    return added


def _said_in(line: str, number: int, name: str) -> Judgement | Correction:
    try:
        ((kind, told),) = json.loads(line).items()
        return from_json(Judgement, told) if kind == _KINDS[Judgement] else from_json(Correction, told)
    except (ValueError, AttributeError, BadForm) as wrong:
        raise BadLog(name, number) from wrong


def _order(one: Judgement | Correction) -> tuple[datetime, str]:
    """The newer word comes later; of two of one moment always the same."""
    at = datetime.fromisoformat(one.at)
    return at if at.tzinfo else at.replace(tzinfo=UTC), json.dumps(to_json(one), sort_keys=True, ensure_ascii=False)


def _passages(one: Judgement | Correction) -> tuple[Passage, ...]:
    return (one.one, one.other) if isinstance(one, Judgement) else (one.where,)


def _is_here(archive: Archive, report_id: str) -> bool:
    try:
        archive.report(report_id)
    except NotInArchive:
        return False
    return True


def _keep(archive: Archive, one: Judgement | Correction) -> None:
    if isinstance(one, Judgement):
        archive.keep_judgement(one)
    else:
        archive.keep_correction(one)


def _judgement(archive: Archive, one: str, other: str, word: Word, *, same: bool) -> Judgement:
    (first, here), (second, there) = (pointed_at(archive, asked, str(archive.path)) for asked in (one, other))
    if first is not second:
        raise CannotJudge(f"{one}, {other}", "one is an actor, the other a claim.")
    if here == there:
        raise CannotJudge(f"{one}, {other}", "both are the same words of the same report.")
    return Judgement(first, same, here, there, word.author, _now(), word.because)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
