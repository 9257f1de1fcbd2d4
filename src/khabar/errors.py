"""Every error that Khabar raises on purpose: where, what, and what to do."""


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


class BadKnowledge(KhabarError):
    """An entry of the reviewed knowledge that does not hold what its schema or its examples promise."""

    def __init__(self, file: str, entry: str, what: str, remedy: str) -> None:
        super().__init__(f"{file}, entry {entry}: {what}\n{remedy}")
