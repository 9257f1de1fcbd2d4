"""Every error that Khabar raises on purpose: where, what, and what to do."""

from collections.abc import Sequence
from datetime import date

_CANDIDATES = 10  # ids to choose from
_GIST = 80  # characters


class KhabarError(Exception):
    """The root: catching it catches every error that speaks to the user."""


class SpanOutOfReport(KhabarError):
    """Offsets that do not lie in the text that they are used on."""

    def __init__(self, start: int, end: int, length: int) -> None:
        super().__init__(f"offsets {start}–{end} do not lie in a text of {length} characters")


class BadMoment(KhabarError):
    """A date that is not one in the EDTF forms that Khabar writes."""

    def __init__(self, edtf: str) -> None:
        super().__init__(
            f"'{edtf}' is no date. Write 2024-06-18, 2024-06, 2024, 2024-W25, a range 2024-06-18/2024-06-19, or 2022/.."
        )


class NothingBetween(KhabarError):
    """A first day that comes after the last."""

    def __init__(self, since: date, until: date) -> None:
        super().__init__(f"nothing lies between: {since} is after {until}.\nGive the earlier day first.")


class OnlyExclusions(KhabarError):
    """A search that says only what must not be there: nearly every sentence would answer it."""

    def __init__(self, asked: str) -> None:
        super().__init__(
            f"'{asked}' says only what must not be there.\n"
            "Add a word to look for beside it, or leave out the sign '-' before it to look for that."
        )


class BadKnowledge(KhabarError):
    """An entry of the reviewed knowledge that does not hold what its schema or its examples promise."""

    def __init__(self, file: str, entry: str, what: str, remedy: str) -> None:
        super().__init__(f"{file}, entry {entry}: {what}\n{remedy}")


class NoArchive(KhabarError):
    """A path that leads to no archive."""

    def __init__(self, path: str, why: str, remedy: str = "") -> None:
        make = f"Make an archive with `khabar build FOLDER --archive {path}`, or name another."
        super().__init__(f"{path}: {why}\n{remedy or make}")


class NotOurs(NoArchive):
    """A path at which something else is, so that no archive can be made there."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(path, what, "Name another place with `--archive`: what is here stays as it is.")


class NotACopy(KhabarError):
    """A place for a copy that cannot take one."""

    def __init__(self, path: str, why: str, remedy: str) -> None:
        super().__init__(f"{path}: {why}\n{remedy}")


class BadAddress(KhabarError):
    """An address of an archive on a server that cannot be understood; it is shown without its password."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"{address}: {why}\nWrite postgresql://USER@HOST/DATABASE, and after it, if you need them, ?schema=NAME, "
            "sslmode=, sslrootcert= and timeout= (seconds), with & between them."
        )


class ServerOutOfReach(KhabarError):
    """A database server that does not answer, or broke off."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"{address}: the database server does not answer ({why}).\nMake sure that it runs and that this machine "
            "may reach it, then try again: what was kept stays."
        )


class ServerRefuses(KhabarError):
    """A database server that does not let us do what is asked."""

    def __init__(self, address: str, why: str, remedy: str) -> None:
        super().__init__(f"{address}: {why}\n{remedy}")


class ServerTooSlow(KhabarError):
    """A question that took a database server longer than it may."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address}: the database server took too long over a question, which was given up.\n"
            "Ask for less (a name, some days), or give more seconds with ?timeout= in the address."
        )


class TooLongForServer(KhabarError):
    """A name, an id or an outlet that is longer than the indices of a database server take."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address}: a name or an id in the reports is too long for the database server.\n"
            "Shorten it, or keep these reports in a file."
        )


class Occupied(KhabarError):
    """A path that must lead to nothing yet."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path}: there is a file already, and what is saved goes into a new one.\n"
            "Give another name, or move this file away."
        )


class NewerArchive(KhabarError):
    """An archive that a later version of Khabar wrote."""

    def __init__(self, path: str, theirs: int, ours: int) -> None:
        super().__init__(
            f"{path}: this archive has form {theirs}, and this Khabar knows forms up to {ours}.\n"
            "Use the newer Khabar that wrote it, or build another archive from the reports."
        )


class OlderArchive(KhabarError):
    """An archive that an older Khabar wrote, in a form that cannot be read any more."""

    def __init__(self, path: str, remedy: str) -> None:
        super().__init__(f"{path}: this archive is of an older form that this Khabar does not read.\n{remedy}")


class ArchiveBusy(KhabarError):
    """An archive that another program holds."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: another program is writing to this archive.\nWait until it is done, and try again.")


class ArchiveNotWritable(KhabarError):
    """An archive that may be read, not written."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path}: this archive may not be written to.\nGive yourself the right to write the file and its folder, "
            "or build into another with `--archive`."
        )


class NoRoom(KhabarError):
    """A disk with no room left."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path}: the disk is full.\nMake room and build again: what was kept stays, the rest goes on from there."
        )


class DamagedArchive(KhabarError):
    """An archive whose file is damaged, or cannot be read from the disk."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(
            f"{path}: this archive is damaged ({what}).\n`khabar check` says where, and `khabar recover` saves what is "
            "whole; or take a copy that `khabar backup` made, or build another from the reports."
        )


class DiskFails(KhabarError):
    """A disk that does not do what it is asked."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(
            f"{path}: the disk fails ({what}).\nMake sure that it is there, has room and lets files grow, then try "
            "again: what was kept stays. `khabar check` tells whether it is whole."
        )


class WorkersCannotStart(KhabarError):
    """Processes that should read reports and die before they begin."""

    def __init__(self, how: str) -> None:
        super().__init__(
            f"the processes that read reports end before they begin ({how}).\n"
            "In your own script, call what reads under `if __name__ == '__main__':`; else give `--max-memory` more."
        )


class CannotListen(KhabarError):
    """An address or port that the pages cannot be served at."""

    def __init__(self, place: str, why: str, remedy: str) -> None:
        super().__init__(f"{place}: {why}\n{remedy}")


class ClusterFails(KhabarError):
    """A cluster that does not start, or that gives up."""

    def __init__(self, master: str, what: str) -> None:
        super().__init__(
            f"{master}: the cluster gave up ({what}).\nSpark needs Java 17 or later here and the same Khabar on every "
            "machine. What was read stays in the tables of the build: the same command goes on from there."
        )


class OtherKhabar(KhabarError):
    """A machine of a cluster on which another version of Khabar stands."""

    def __init__(self, theirs: str, ours: str) -> None:
        super().__init__(
            f"a machine of the cluster has Khabar {theirs}, and the build was begun by {ours}.\n"
            "Give all machines the environment that the build is begun in."
        )


class MissingPart(KhabarError):
    """A part of Khabar that is installed only where it is asked for."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f"{what}: this part of Khabar is not installed.\nInstall it with `pip install 'khabar[{extra}]'`."
        )


class NotInArchive(KhabarError):
    """An id that names nothing in the archive."""

    def __init__(self, asked: str, path: str, kind: str = "report, claim, actor or event") -> None:
        self.plainly = f"{path} holds no {kind} '{asked}'."
        super().__init__(
            f"{self.plainly}\n"
            "`khabar claims`, `khabar timeline` and `khabar actors` show the ids, of which five characters are enough; "
            "`khabar search` finds words."
        )
        self.asked = asked


class NothingSaid(KhabarError):
    """A key under which nothing stands that people said."""

    def __init__(self, key: str) -> None:
        super().__init__(f"'{key}': people said nothing under this key.\n`khabar review` shows the keys.")


class AmbiguousId(KhabarError):
    """The beginning of several ids."""

    def __init__(self, asked: str, candidates: Sequence[tuple[str, str]]) -> None:
        lines = [f"  {own_id}  {words[:_GIST]}" for own_id, words in sorted(candidates)[:_CANDIDATES]]
        more = [f"  … and {len(candidates) - _CANDIDATES} more"] if len(candidates) > _CANDIDATES else []
        told = "\n".join([*lines, *more])
        super().__init__(f"{len(candidates)} ids begin with '{asked}'. Write more of the one that you mean:\n{told}")
        self.candidates = tuple(sorted(candidates)[:_CANDIDATES])


class CannotJudge(KhabarError):
    """Two that nobody can say to be the same or not."""

    def __init__(self, asked: str, why: str) -> None:
        super().__init__(
            f"{asked}: {why}\nName two actors or two claims, each by its id, its name, a mention (report#e3) "
            "or a position (c8a20#2)."
        )


class CannotCorrect(KhabarError):
    """A ruling that the item cannot have."""

    def __init__(self, asked: str, why: str) -> None:
        super().__init__(
            f"{asked}: {why}\nName a saying (report#a3) or an event (report#v2) and say --right, --wrong, "
            "--stance of a saying, or --status, --type or --time of an event."
        )


class BadLog(KhabarError):
    """A line of a log of judgements that is of another form."""

    def __init__(self, file: str, line: int) -> None:
        super().__init__(
            f"{file}, line {line}: this is no judgement and no correction.\n"
            "Give a file that `khabar review --save` wrote; nothing of this one was kept."
        )


class LogNotUsable(KhabarError):
    """A log of corrections that cannot be read or written."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"{path}: the log of corrections cannot be used ({why}).\n"
            "Make it a file that you may read and write, and try again; nothing was changed."
        )


class BadForm(KhabarError):
    """Stored JSON that is not of the form that its kind of value has."""

    def __init__(self, kind: str, what: str) -> None:
        super().__init__(
            f"{what} is no {kind}.\nThe archive was changed by another program; build another from the reports."
        )


class BadGold(KhabarError):
    """A file to measure by that cannot be used: annotation, floors, earlier readings."""

    def __init__(self, file: str, what: str, remedy: str = "Check the file against the annotation guide.") -> None:
        super().__init__(f"{file}: {what}\n{remedy}")


class NothingToRead(KhabarError):
    """Paths under which there is no report."""

    def __init__(self, paths: str) -> None:
        super().__init__(
            f"{paths}: there is no report here.\nName files or folders with texts, pages, JSON or zip files."
        )


class UnknownLabel(KhabarError):
    """A label that neither a rule nor an entry of the knowledge bears."""

    def __init__(self, asked: str, near: Sequence[str]) -> None:
        remedy = f"Near to it: {', '.join(near)}." if near else "`khabar explain --all` shows them all."
        super().__init__(f"there is no label '{asked}'.\n{remedy}")


class CannotFetch(KhabarError):
    """An address that nothing could be got from, or may not be."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"{address}: {why}")
        self.why = why


class CannotAsk(KhabarError):
    """A language model that gives no answer, so that no report can be read with it."""

    def __init__(self, address: str, why: str, remedy: str = "") -> None:
        again = "Answers that came so far are kept: try again, and it goes on from there."
        super().__init__(f"{address}: {why}.\n{remedy or again}")


class NoAnswer(KhabarError):
    """A report about which a language model said nothing that could be used."""

    def __init__(self, why: str) -> None:
        super().__init__(why)


class OtherReader(KhabarError):
    """An archive that was read otherwise: by rules, or by another language model."""

    def __init__(self, path: str, theirs: str | None, ours: str | None) -> None:
        def by(model: str | None) -> str:
            return f"the language model {model}" if model else "rules"

        super().__init__(
            f"{path}: this archive was read by {by(theirs)}, and would be read again by {by(ours)}.\n"
            "Readings of both kinds do not stand in one archive: build into another with `--archive`, "
            f"or read by {by(theirs)} here too."
        )


class NoFeedList(KhabarError):
    """A file that should list feeds and does not."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}\nGive an OPML file, a text with one address a line, or addresses themselves.")


class CannotPrint(KhabarError):
    """A PDF that could not be made of a page."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"no PDF was written: {why}.\n"
            "Install Chromium, or name a browser in KHABAR_CHROMIUM; or write the page (-o dossier.html), "
            "open it in any browser and print it."
        )


class UnknownTable(KhabarError):
    """A table that no archive has."""

    def __init__(self, asked: str, names: Sequence[str]) -> None:
        super().__init__(f"there is no table '{asked}'.\nName one of {', '.join(names)}.")


class LacksLibrary(KhabarError):
    """A format whose library is not installed."""

    def __init__(self, what: str, library: str, extra: str) -> None:
        super().__init__(f"{what}: this needs {library}, which is not installed.\nInstall it: pip install '{extra}'")
