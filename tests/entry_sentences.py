"""What is said where an entry of the knowledge does not keep what its sentences promise: where, what, what to do."""

from collections.abc import Iterable

MISSED = "an example is not matched."
MATCHED = "a counterexample matched."
FORMS = "Give the entry the form that stands there, or mend the sentence."
LETTERS = "Match the lemma rather than the letters, or move the sentence to the examples."


def broken(file: str, what: str, found: Iterable[tuple[str, str]], remedy: str) -> str:
    """The message for all entries with their sentences; empty: none is broken."""
    lines = [f"{file}, entry {entry}: {what}\n    {text}" for entry, text in found]
    return "\n".join([*lines, remedy]) if lines else ""
