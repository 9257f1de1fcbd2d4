"""Archives and the files beside them that cannot be opened, written or understood."""

from khabar.errors.root import KhabarError


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


class BadForm(KhabarError):
    """Stored JSON that is not of the form that its kind of value has."""

    def __init__(self, kind: str, what: str) -> None:
        super().__init__(
            f"{what} is no {kind}.\nThe archive was changed by another program; build another from the reports."
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
