"""Every entry of opposites sets its example's sentences against one another, and not those of its near miss."""

from entry_sentences import FORMS, LETTERS, MATCHED, MISSED, broken
from khabar.knowledge.files import Entry, entries
from khabar.knowledge.opposites import FILE
from khabar.weighing.bearing_cues import opposed_by, undoing

PAIRED = [entry for entry in entries(FILE) if "undoes" not in entry]
ALONE = [entry for entry in entries(FILE) if "undoes" in entry]


def opposed(entry: Entry, first: str, second: str) -> bool:
    """Whether some word of the one stands on the other side of that entry from some word of the other."""
    sides = [{opposed_by(word).get(entry["id"]) for word in text.split()} - {None} for text in (first, second)]
    return sides[0] != sides[1] and all(sides)


def sentences(kind: str, wanted: bool) -> list[tuple[str, str]]:
    paired = [
        (entry["id"], f"{text['first']} | {text['second']}")
        for entry in PAIRED
        for text in entry[kind]
        if opposed(entry, text["first"], text["second"]) is not wanted
    ]
    alone = [
        (entry["id"], text)
        for entry in ALONE
        for text in entry[kind]
        if bool(undoing(entry["id"], text.split())) is not wanted
    ]
    return paired + alone


def test_examples_stand_against_one_another() -> None:
    missed = sentences("examples", wanted=True)
    assert not missed, broken(FILE, MISSED, missed, FORMS)


def test_near_misses_do_not() -> None:
    matched = sentences("counterexamples", wanted=False)
    assert not matched, broken(FILE, MATCHED, matched, LETTERS)


def test_no_word_stands_on_both_sides_of_an_entry() -> None:
    torn = [(entry["id"], word) for entry in PAIRED for word in entry["one"] if word in entry["other"]]
    assert not torn, broken(FILE, "a word stands on both sides.", torn, "Keep the side that it is used for.")
