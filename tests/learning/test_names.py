"""The model of names, trained on a few sentences."""

from pathlib import Path

from khabar.engine import is_listed_word
from khabar.extraction.names.tagger import Tagger
from khabar.extraction.names.words import words_of
from khabar.knowledge.name_model import model_from, write_model
from khabar.language.analysis import analyse
from khabar.learning.finding import names_read
from khabar.learning.names import labels_of, trained
from khabar.measures.marked_text import MarkedName, MarkedText
from khabar.values.span import Span

PEOPLE = ("زرقوش", "بلبوط", "شرخول", "قرموش", "دندوش")
TEXTS = tuple(
    MarkedText(f"{verb} {name} أن الأمر يسير", (MarkedName(Span(4, 4 + len(name)), "PER"),))
    for name in PEOPLE
    for verb in ("ذكر", "زعم", "أكد")
)


def test_the_same_texts_give_the_same_model() -> None:
    assert trained(TEXTS) == trained(TEXTS)


def test_a_model_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    model = trained(TEXTS)
    write_model(model, tmp_path / "names.json")
    assert model_from(tmp_path / "names.json") == model


def test_what_was_learned_is_found_in_words_never_seen() -> None:
    words = words_of(analyse("زعم خرطوش أن الأمر يسير"))
    (name,) = Tagger(trained(TEXTS), is_listed_word).tagged(words, ["O"] * len(words.tokens))
    assert (words.forms[name.first], name.last - name.first, name.label) == ("خرطوش", 1, "PER")
    assert name.odds > 0


def test_a_name_labels_the_words_that_it_stands_in_particles_among_them() -> None:
    words = words_of(analyse("وصل إلى كفر قاسم ولبنان"))
    marked = MarkedText("", (MarkedName(Span(8, 16), "LOC"), MarkedName(Span(18, 23), "LOC")))
    assert labels_of(words, marked) == ["O", "O", "B-LOC", "I-LOC", "B-LOC"]


def test_forms_of_address_are_left_out_of_what_is_measured() -> None:
    text = "قال السيد خالد المنصوري إن العمل انتهى."
    assert "خالد المنصوري" in [name.span.of(text) for name in names_read(text)]
