import pytest

from entry_sentences import FORMS, LETTERS, MATCHED, MISSED, broken
from khabar.knowledge.speech import FILE, CuePos, SpeechCue, speech_cues, speech_cues_by_id
from khabar.language.conjugation import Tense
from khabar.language.lexemes import lexemes_in
from khabar.language.tokens import tokens_in
from khabar.values.attribution import Stance

CUES = speech_cues()
SAME_LETTERS = "Where the letters are the same and only the reader can tell, move it to confusable."


def cues_of(sentence: str) -> set[str]:
    lexemes = lexemes_in(FILE, Tense.PASSIVE_PARTICIPLE)
    forms = [token.form for token in tokens_in(sentence)]
    words = {analysis.entry for form in forms for analysis in lexemes.at(form)}
    return words | {match.entry for at in range(len(forms)) for match in lexemes.phrases_at(forms, at)}


def test_every_example_matches_its_entry() -> None:
    missed = [(cue.id, text) for cue in CUES for text in cue.examples if cue.id not in cues_of(text)]
    assert not (told := broken(FILE, MISSED, missed, FORMS)), told


def test_no_counterexample_matches_its_entry() -> None:
    matched = [(cue.id, text) for cue in CUES for text in cue.counterexamples if cue.id in cues_of(text)]
    assert not (told := broken(FILE, MATCHED, matched, f"{LETTERS}\n{SAME_LETTERS}")), told


def test_what_is_confusable_does_look_the_same() -> None:
    clear = [(cue.id, text) for cue in CUES for text in cue.confusable if cue.id not in cues_of(text)]
    assert clear == [], "The matcher can tell: move the sentence to counterexamples."


def test_every_entry_has_an_example_and_a_near_miss() -> None:
    assert [cue.id for cue in CUES if not cue.examples or not cue.counterexamples] == []


def test_ids_are_ascii_and_none_comes_twice() -> None:
    assert all(cue.id.isascii() for cue in CUES)
    assert len(speech_cues_by_id()) == len(CUES)


def test_every_entry_says_what_introduces_the_content() -> None:
    assert [cue.id for cue in CUES if not cue.content] == []


@pytest.mark.parametrize(
    ("sentence", "cue", "stance"),
    [
        ("ونفت الشركة الخبر.", "say.nafa", Stance.DENIES),
        ("مكذبا تلك الرواية.", "say.kadhdhaba", Stance.DENIES),
        ("رفضت الوزارة التعليق.", "say.no_comment", Stance.DECLINES),
        ("وطالبت بتحقيق.", "say.taalaba", Stance.QUESTIONS),
        ("تعهد بالمساعدة.", "say.taahhada", Stance.ASSERTS),
    ],
)
def test_the_stance_is_that_of_the_verb(sentence: str, cue: str, stance: Stance) -> None:
    assert cue in cues_of(sentence)
    assert speech_cues_by_id()[cue].stance is stance


def test_relaying_and_carrying_on_and_labels_are_marked() -> None:
    by_id = speech_cues_by_id()
    assert by_id["say.naqala"].relay_marks == ("عن", "على لسان")
    assert by_id["say.adafa"].carries
    assert by_id["say.label.wasafa"].label
    assert by_id["say.bihasab"].pos is CuePos.PREPOSITION


def test_cues_are_values() -> None:
    assert all(isinstance(cue, SpeechCue) for cue in CUES)
    assert hash(CUES)
