"""What is asked of an archive, or said of what it holds, and cannot be."""

from collections.abc import Sequence
from datetime import date

from khabar.errors.root import KhabarError

_CANDIDATES = 10  # ids to choose from
_GIST = 80  # characters


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


class UnknownLabel(KhabarError):
    """A label that neither a rule nor an entry of the knowledge bears."""

    def __init__(self, asked: str, near: Sequence[str]) -> None:
        remedy = f"Near to it: {', '.join(near)}." if near else "`khabar explain --all` shows them all."
        super().__init__(f"there is no label '{asked}'.\n{remedy}")


class UnknownTable(KhabarError):
    """A table that no archive has."""

    def __init__(self, asked: str, names: Sequence[str]) -> None:
        super().__init__(f"there is no table '{asked}'.\nName one of {', '.join(names)}.")
