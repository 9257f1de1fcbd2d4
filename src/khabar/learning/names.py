"""The model of names, trained on text in which people marked them."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import pycrfsuite

from khabar.engine import is_listed_word
from khabar.extraction.names.clues import clues_at, clues_of_word, settings_of
from khabar.extraction.names.finds import finds_in
from khabar.extraction.names.words import Words, words_of
from khabar.knowledge.name_model import NameModel, Weights
from khabar.language.analysis import analyse
from khabar.measures.marked_text import MarkedText

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
# Chosen on every eighth stretch of the newswire set, left out of training.
_SETTINGS = {"c1": 0.5, "c2": 0.02, "max_iterations": 150, "feature.minfreq": 2}
_DIGITS = 3  # of a weight after the point: more do not change what is read


def trained(texts: Iterable[MarkedText]) -> NameModel:
    """The model that these texts give; the same texts in the same order give the same model."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(_SETTINGS)
    for text in texts:
        for clues, labels in examples_of(text):
            trainer.append(clues, labels)
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "names.crfsuite")
        trainer.train(file)
        tagger = pycrfsuite.Tagger()
        tagger.open(file)
        learned = tagger.info()
        return _model(learned.state_features, learned.transitions)


def examples_of(marked: MarkedText) -> Iterable[tuple[list[list[str]], list[str]]]:
    """The sentences of one text: for each word its clues, and its label."""
    words = words_of(analyse(marked.text))
    finds = finds_in(words, is_listed_word)
    settings = settings_of(words, finds.names, finds.titles, finds.base.nationalities)
    told = [
        clues_of_word(form, is_word, is_listed_word) for form, is_word in zip(words.forms, words.words, strict=True)
    ]
    labels = labels_of(words, marked)
    for first, last in words.analysed.sentences:
        within, around = told[first:last], settings[first:last]
        yield [clues_at(within, around, at) for at in range(last - first)], labels[first:last]


def labels_of(words: Words, marked: MarkedText) -> list[str]:
    """The label of each word: B for the first of a name, I for the others, O for all that name nothing."""
    labels = ["O"] * len(words.tokens)
    for name in marked.names:
        first, last = words.analysed.range_of(name.span)
        for at in range(first, last):
            labels[at] = f"{'B' if at == first else 'I'}-{name.label}"
    return labels


def _model(states: dict[tuple[str, str], float], follows: dict[tuple[str, str], float]) -> NameModel:
    clues: dict[str, list[float]] = {}
    for (clue, label), weight in states.items():
        rounded = round(weight, _DIGITS)
        if rounded:
            clues.setdefault(clue, [0.0] * len(LABELS))[LABELS.index(label)] = rounded
    rows: Sequence[Weights] = [tuple(round(follows.get((a, b), 0.0), _DIGITS) for b in LABELS) for a in LABELS]
    return NameModel(LABELS, tuple(rows), {clue: tuple(weights) for clue, weights in clues.items()})
