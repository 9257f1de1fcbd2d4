"""A person's word taken down and acted on, the same from the command line and from the pages."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from khabar.builds import build
from khabar.errors import CannotJudge
from khabar.store.archive import Archive
from khabar.values.correction import Correction, Ruling
from khabar.values.judgement import Judgement
from khabar.views.judging import pointed_at
from khabar.views.review import JudgementShown, RulingShown, ruled, said_under


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


def _judgement(archive: Archive, one: str, other: str, word: Word, *, same: bool) -> Judgement:
    (first, here), (second, there) = (pointed_at(archive, asked, str(archive.path)) for asked in (one, other))
    if first is not second:
        raise CannotJudge(f"{one}, {other}", "one is an actor, the other a claim.")
    if here == there:
        raise CannotJudge(f"{one}, {other}", "both are the same words of the same report.")
    return Judgement(first, same, here, there, word.author, _now(), word.because)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
