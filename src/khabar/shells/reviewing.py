"""A person's word taken down and acted on, the same from the command line and from the pages."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from khabar.builds import build
from khabar.errors import BadForm, BadLog, CannotJudge
from khabar.store.acts_as_json import act_in, is_named, spoken_in
from khabar.store.archive import Archive
from khabar.values.act import Act, Spoken, Utterance, Withdrawal
from khabar.values.correction import Correction, Ruling
from khabar.values.judgement import Judgement
from khabar.values.place import Place
from khabar.views.judging import pointed_at
from khabar.views.review import JudgementShown, RulingShown, ruled, rulings_of, said_by_people, said_under


@dataclass(frozen=True, slots=True)
class Word:
    """Who speaks, and why."""

    author: str
    because: str = ""
    undo: bool = False  # what was said of the same matter is taken back


def judge(
    path: Place, one: str, other: str, word: Word, *, same: bool, workers: int | None = 1
) -> tuple[bool, Judgement]:
    """Keeps that two actors or claims are the same or not, or takes it back, and weighs; False: nothing changed.

    `workers`: None is as many as there are processors, where hundreds of stories have to be weighed anew.
    """
    with Archive.to_read(path) as archive:
        judgement = _judgement(archive, one, other, word, same=same)
    with Archive.to_write(path) as archive:
        if word.undo:
            changed = archive.undo_judgement(judgement)
        else:
            archive.keep_judgement(judgement)
            changed = True
        build(archive, (), workers)
    return changed, judgement


def correct(path: Place, item: str, ruling: Ruling, value: str | None, word: Word) -> tuple[bool, Correction]:
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


def uncorrect(path: Place, item: str, author: str) -> int:
    """Takes back all that was said of a saying or an event, and weighs; how many rulings that were."""
    with Archive.to_read(path) as archive:
        said = rulings_of(archive, item)
    with Archive.to_write(path) as archive:
        for correction in said:
            archive.undo_correction(replace(correction, author=author, at=_now(), because=""))
        build(archive, (), 1)
    return len(said)


def take_back(path: Place, key: str, author: str) -> None:
    """Takes back what a person said, by its key in the list of all that was said, and weighs."""
    with Archive.to_write(path) as archive:
        match said_under(archive, key):
            case RulingShown(correction=correction):
                archive.undo_correction(replace(correction, author=author, at=_now(), because=""))
            case JudgementShown(judgement=judgement):
                archive.undo_judgement(replace(judgement, author=author, at=_now(), because=""))
        build(archive, (), 1)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the lines of a log."""

    kept: int = 0
    known: int = 0  # the archive has them
    elsewhere: int = 0  # of those kept: about reports that the archive does not have yet
    overruled: int = 0  # words that held here, and do so no more: these say otherwise, and are newer


def add_log(path: Place, lines: Iterable[str], name: str) -> Added:
    """Keeps what a log says, and weighs; raises BadLog for a line of another form.

    Logs that are added in any order, or twice, leave the same: of each matter the newest word that nobody took back.
    """
    told = [_told_in(line, number, name) for number, line in enumerate(lines, start=1) if line.strip()]
    with Archive.to_write(path) as archive:
        acts = [one if isinstance(one, Utterance | Withdrawal) else archive.here(one) for one in told]
        held = _keys(archive)
        unknown = acts.count(None)
        known = [act for act in acts if act]
        new = archive.learn(known)
        waiting = sum(not _is_here(archive, act) for act in known)
        build(archive, (), 1)
        overruled = len(held - _keys(archive))
    return Added(new, len(known) - new, waiting + unknown, overruled)


def _keys(archive: Archive) -> frozenset[str]:
    """Of all that people said and that holds."""
    return frozenset(one.key for one in said_by_people(archive))


def _told_in(line: str, number: int, name: str) -> Act | Spoken:
    """An act of a log, or a bare word that was saved before there was one."""
    try:
        return act_in(line)[1] if is_named(line) else spoken_in(line)
    except BadForm as wrong:
        raise BadLog(name, number) from wrong


def _is_here(archive: Archive, act: Act) -> bool:
    return isinstance(act, Withdrawal) or all(archive.has(sha256) for sha256 in act.reports)


def _judgement(archive: Archive, one: str, other: str, word: Word, *, same: bool) -> Judgement:
    (first, here), (second, there) = (pointed_at(archive, asked, str(archive.path)) for asked in (one, other))
    if first is not second:
        raise CannotJudge(f"{one}, {other}", "one is an actor, the other a claim.")
    if here == there:
        raise CannotJudge(f"{one}, {other}", "both are the same words of the same report.")
    return Judgement(first, same, here, there, word.author, _now(), word.because)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="milliseconds")
