"""Long reports are asked about in windows, and read as one."""

import json

from proposed import Json, Saying, sentences

from khabar.language.analysis import analyse
from khabar.proposing.reading import ModelReader
from khabar.proposing.windows import windows_of
from khabar.values.report import Report

PARAGRAPH = "قال الوزير إن الطريق مفتوح. وأضاف أن الجسر مغلق."
TEXT = "\n".join([PARAGRAPH] * 20)


def test_windows_hold_whole_paragraphs_and_every_sentence_once() -> None:
    windows = list(windows_of(analyse(TEXT), 200))
    assert all(window.span.end - window.span.start <= 200 for window in windows)
    assert [span for window in windows for span in window.sentences] == [
        span for window in windows_of(analyse(TEXT), 10**6) for span in window.sentences
    ]
    assert {len(window.sentences) for window in windows} == {8}


def test_a_paragraph_that_is_too_long_is_cut_at_sentences_and_a_sentence_never() -> None:
    long = "قال الوزير إن الطريق مفتوح منذ أمس. " * 20
    windows = list(windows_of(analyse(long), 100))
    assert len(windows) == 10
    alone = list(windows_of(analyse("كلمة " * 100 + "."), 50))
    assert len(alone) == 1


def test_nothing_is_asked_about_a_text_without_words() -> None:
    assert list(windows_of(analyse(""), 100)) == []


def answer(name: str, word: str) -> Json:
    party = {"id": "e1", "kind": "country", "mentions": [name]}
    event = {"sentence": 1, "anchor": word, "type": "ASSAULT", "mode": None, "status": "actual", "actor": ["e1"]}
    return {"entities": [party], "attributions": [], "events": [{**event, "recipient": [], "place": [], "time": None}]}


def test_who_is_named_in_two_windows_is_one_entity() -> None:
    filler = "وكان الطريق مفتوحا أمام المسافرين طوال اليوم من دون أن يقع عليه شيء يذكر. " * 6
    text = f"قصفت غانا القرية. {filler}\nوهاجمت غانا الجسر. {filler}"
    said = [json.dumps(answer("غانا", word), ensure_ascii=False) for word in ("قصفت", "وهاجمت")]
    saying = Saying(*said)
    reading = ModelReader(saying, "small", 500).read(Report("w", text, "w"))
    assert len(saying.asked) == 2
    assert next(sentences(saying.asked[1])).startswith("[1] وهاجمت")
    assert [(entity.name, len(entity.mentions)) for entity in reading.entities] == [("غانا", 2)]
    assert [(event.id, event.actor) for event in reading.events] == [("v1", ("e1",)), ("v2", ("e1",))]
