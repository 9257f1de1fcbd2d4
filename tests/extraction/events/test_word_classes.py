import re
from pathlib import Path

import khabar.extraction.events as events
from khabar.extraction.events.lexicon import bare, is_a, word_set
from khabar.knowledge.event_words import word_classes


def test_a_word_belongs_to_the_classes_that_hold_it_whatever_is_attached() -> None:
    forms = ["مسلحون", "والمسلحون", "بالقوات", "قواتها", "مباراة", "حجر"]
    for name in word_classes():
        assert [is_a(name, form) for form in forms] == [not word_set(name).isdisjoint(bare(form)) for form in forms]
    assert is_a("sport", "مباراة")


def test_every_class_that_is_asked_for_is_listed() -> None:
    code = "".join(path.read_text() for path in Path(events.__file__).parent.glob("*.py"))
    assert set(re.findall(r'is_a\("(\w+)"', code)) <= word_classes().keys()
