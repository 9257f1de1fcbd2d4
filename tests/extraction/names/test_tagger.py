"""The learned model at work."""

from itertools import product

from khabar.engine import is_listed_word, read
from khabar.extraction.names.clues import clues_at, clues_of_word, settings_of
from khabar.extraction.names.finds import finds_in
from khabar.extraction.names.tagger import Tagger, tagger
from khabar.extraction.names.words import Words, words_of
from khabar.knowledge.name_model import NameModel, name_model
from khabar.language.analysis import analyse
from khabar.values.report import Report

TEXT = "قالت الخبيرة في معهد المتوسط، ماركو فيلاني، إن شركة «دلتا-7» باعت السفينة. ورفض برونو ذلك في ريميني."
LABELS = ("O", "B-PER", "I-PER")


def settings(words: Words) -> list[str]:
    finds = finds_in(words, is_listed_word)
    return settings_of(words, finds.names, finds.titles, finds.base.nationalities)


def test_a_score_is_the_sum_of_the_weights_of_all_clues() -> None:
    words, model = words_of(analyse(TEXT)), name_model()
    around = settings(words)
    for first, last in words.analysed.sentences:
        scores = tagger(is_listed_word).scores(words, around, first, last)
        told = [
            clues_of_word(form, is_word, is_listed_word)
            for form, is_word in zip(words.forms[first:last], words.words[first:last], strict=True)
        ]
        for at, score in enumerate(scores):
            weights = [model.clues[clue] for clue in clues_at(told, around[first:last], at) if clue in model.clues]
            summed = [sum(weight[label] for weight in weights) for label in range(len(model.labels))]
            assert all(abs(a - b) < 1e-9 for a, b in zip(score, summed, strict=True))


def test_the_likeliest_labels_are_the_best_of_all_that_may_follow_one_another() -> None:
    follows = ((0.5, -1.0, 0.0), (0.2, -2.0, 1.5), (0.1, 0.3, 0.4))
    scores = [(0.1, 1.0, 3.0), (0.3, 0.2, 0.9), (1.0, 0.1, 1.2), (0.0, 0.8, 0.1)]
    possible = [
        path
        for path in product(range(3), repeat=len(scores))
        if path[0] != 2 and all(b != 2 or a in (1, 2) for a, b in zip(path, path[1:], strict=False))
    ]

    def strength(path: tuple[int, ...]) -> float:
        own = sum(score[label] for score, label in zip(scores, path, strict=True))
        return own + sum(follows[a][b] for a, b in zip(path, path[1:], strict=False))

    found = Tagger(NameModel(LABELS, follows, {}), is_listed_word).likeliest(scores)
    assert tuple(found) == max(possible, key=strength)


def test_a_name_found_by_the_model_says_so() -> None:
    entities = read(Report("case", "وعقد اللقاء مع ماركو فيلاني في الفندق.", "0" * 64)).entities
    assert {e.name: e.rule for e in entities}["ماركو فيلاني"] == "learned:PER"
