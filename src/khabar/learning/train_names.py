"""`python -m khabar.learning.train_names FOLDER`: the model of names, trained on the sets in a folder, and kept."""

import sys
from collections.abc import Iterator
from pathlib import Path

from khabar.knowledge.name_model import FILE, write_model
from khabar.learning.names import trained
from khabar.learning.newsfane import newsfane_in
from khabar.measures.marked_text import MarkedText, marked_texts_in

_NEWSFANE = "ner-newsfane/newsfane_gold.tsv.gz"
_WOJOOD = ("ner-wojood-sample/train.conll", "ner-wojood-sample/val.conll")  # never its test part


def main(folder: Path) -> None:
    """Read the sets, train, write the model."""
    model = trained(_texts(folder))
    write_model(model, FILE)
    print(f"{FILE}: {len(model.clues)} clues")


def _texts(folder: Path) -> Iterator[MarkedText]:
    yield from newsfane_in(folder / _NEWSFANE)
    for part in _WOJOOD:
        yield from marked_texts_in(folder / part)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
