"""What is read: reports, feeds, language models, annotation, and the reviewed knowledge."""

from khabar.errors.root import KhabarError


class SpanOutOfReport(KhabarError):
    """Offsets that do not lie in the text that they are used on."""

    def __init__(self, start: int, end: int, length: int) -> None:
        super().__init__(f"offsets {start}–{end} do not lie in a text of {length} characters")


class BadKnowledge(KhabarError):
    """An entry of the reviewed knowledge that does not hold what its schema or its examples promise."""

    def __init__(self, file: str, entry: str, what: str, remedy: str) -> None:
        super().__init__(f"{file}, entry {entry}: {what}\n{remedy}")


class NothingToRead(KhabarError):
    """Paths under which there is no report."""

    def __init__(self, paths: str) -> None:
        super().__init__(
            f"{paths}: there is no report here.\nName files or folders with texts, pages, JSON or zip files."
        )


class CannotFetch(KhabarError):
    """An address that nothing could be got from, or may not be."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"{address}: {why}")
        self.why = why


class NoFeedList(KhabarError):
    """A file that should list feeds and does not."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}\nGive an OPML file, a text with one address a line, or addresses themselves.")


class CannotAsk(KhabarError):
    """A language model that gives no answer, so that no report can be read with it."""

    def __init__(self, address: str, why: str, remedy: str = "") -> None:
        again = "Answers that came so far are kept: try again, and it goes on from there."
        super().__init__(f"{address}: {why}.\n{remedy or again}")


class NoAnswer(KhabarError):
    """A report about which a language model said nothing that could be used."""

    def __init__(self, why: str) -> None:
        super().__init__(why)


class BadGold(KhabarError):
    """A file to measure by that cannot be used: annotation, floors, earlier readings."""

    def __init__(self, file: str, what: str, remedy: str = "Check the file against the annotation guide.") -> None:
        super().__init__(f"{file}: {what}\n{remedy}")
