"""`python -m khabar.learning.measure_names PATH ...`: how well names are found in text in which people marked them."""

import sys
from collections.abc import Iterator
from pathlib import Path

from khabar.learning.finding import names_read, names_tagged
from khabar.measures.marked_text import articles_in, marked_texts_in
from khabar.measures.naming_quality import measure_names


def main(path: Path) -> None:
    """Print the figures for one set: a file of sentences that do not belong together, or a folder of articles."""
    for line in lines_of(path):
        print(line)


def lines_of(path: Path) -> Iterator[str]:
    """The figures of the reader, and of the model alone, names found to the word; then F1 of those that overlap."""
    texts = list(articles_in(path) if path.is_dir() else marked_texts_in(path))
    for title, find in (("reader", names_read), ("model alone", names_tagged)):
        yield f"{path}, {title}"
        yield f"{'':6} {'F1':>6} {'P':>6} {'R':>6} {'gold':>6} {'found':>6} {'overlap':>8}"
        for label, (exact, overlap) in measure_names(texts, find).items():
            shares = f"{exact.f1:6.3f} {exact.precision:6.3f} {exact.recall:6.3f}"
            yield f"{label:6} {shares} {exact.gold:6} {exact.found:6} {overlap.f1:8.3f}"


if __name__ == "__main__":
    for given in sys.argv[1:]:
        main(Path(given))
