"""The words that introduce names: complete in their forms, each with sentences that show it."""

import re
import unicodedata
from collections import Counter

import pytest

from entry_sentences import FORMS as MEND_FORMS
from entry_sentences import MATCHED, MISSED, broken
from khabar.knowledge.files import Entry, entries
from khabar.knowledge.name_words import (
    GroupRole,
    HeadKind,
    Number,
    State,
    WordForm,
    group_heads,
    organisation_heads,
    place_heads,
    portfolios,
    titles,
)
from khabar.language.normalise import fold

FILES = ("ar/titles.yaml", "ar/organisation_heads.yaml", "ar/group_heads.yaml")
FORMS = ("masculine", "accusative", "feminine", "singular", "dual", "plural")
ALL = (*titles(), *organisation_heads(), *place_heads(), *group_heads())


def every_entry() -> list[Entry]:
    return [entry for file in FILES for entry in entries(file)]


def written_forms(entry: Entry) -> set[str]:
    return {fold(form) for field in FORMS for form in entry.get(field, ())}


def bare(word: str) -> set[str]:
    """The word without what may be attached: conjunction, preposition, article, possessive."""
    found = {word}
    for _ in range(2):
        found |= {w[1:] for w in found if w[:1] in "وفبلك" and len(w) > 3}
    found |= {"ال" + w[2:] for w in found if w.startswith("لل")}
    found |= {w[2:] for w in found if w.startswith("ال")}
    return found | {w.removesuffix("هم").removesuffix("ه") for w in found}


def stands_in(form: str, text: str) -> bool:
    said, wanted = re.findall(r"\w+", fold(text)), form.split()
    return any(
        said[at + 1 : at + len(wanted)] == wanted[1:] and (wanted[0] in bare(word) or wanted[0] == word)
        for at, word in enumerate(said)
    )


def texts_of(forms: tuple[WordForm, ...]) -> set[str]:
    return {form.text for form in forms}


def by_id(wanted: str) -> tuple[WordForm, ...]:
    return next(word.forms for word in ALL if word.id == wanted)


def test_no_id_is_given_twice():
    assert [i for i, times in Counter(word.id for word in ALL).items() if times > 1] == []


def test_arabic_strings_hold_no_tatweel_marks_or_controls():
    for entry in every_entry():
        for field in (*FORMS, "ambiguous", "examples", "counterexamples", "portfolios"):
            for text in entry.get(field, ()):
                assert "\u0640" not in text, text
                assert all(unicodedata.category(c) not in ("Cf", "Cc", "Mn") for c in text), text
                assert text == " ".join(text.split()), text


@pytest.mark.parametrize("file", FILES)
def test_every_entry_has_an_example_that_holds_one_of_its_forms(file):
    missed = [
        (entry["id"], text)
        for entry in entries(file)
        for text in entry["examples"]
        if not any(stands_in(form, text) for form in written_forms(entry))
    ]
    assert not (told := broken(file, MISSED, missed, MEND_FORMS)), told


@pytest.mark.parametrize("file", FILES)
def test_a_counterexample_holds_no_form_unless_that_is_marked_as_another_word_too(file):
    matched = [
        (entry["id"], text)
        for entry in entries(file)
        for text in entry.get("counterexamples", ())
        for form in written_forms(entry) - {fold(form) for form in entry.get("ambiguous", ())}
        if stands_in(form, text)
    ]
    assert not (told := broken(file, MATCHED, matched, "List the form under ambiguous, or mend the sentence.")), told


def test_ambiguous_forms_are_forms_of_their_entry():
    for entry in every_entry():
        assert {fold(form) for form in entry.get("ambiguous", ())} <= written_forms(entry), entry["id"]


@pytest.mark.parametrize(
    ("word", "form", "number", "state"),
    [
        ("title.minister", "الوزير", Number.SINGULAR, State.DEFINITE),
        ("title.minister", "وزيرا", Number.DUAL, State.CONSTRUCT),
        ("title.minister", "الوزيرين", Number.DUAL, State.DEFINITE),
        ("title.minister", "وزيرة", Number.SINGULAR, State.INDEFINITE),
        ("title.president", "رؤساء", Number.PLURAL, State.INDEFINITE),
        ("title.foreign_minister", "وزيرا خارجية", Number.DUAL, State.INDEFINITE),
        ("title.foreign_minister", "وزير الخارجية", Number.SINGULAR, State.DEFINITE),
        ("title.spokesman", "المتحدثة", Number.SINGULAR, State.DEFINITE),
        ("group.source", "مصدران", Number.DUAL, State.INDEFINITE),
        ("group.official", "مسؤولو", Number.PLURAL, State.CONSTRUCT),
        ("group.official", "المسؤولين", Number.PLURAL, State.DEFINITE),
        ("head.army", "الجيش", Number.SINGULAR, State.DEFINITE),
        ("head.hospital", "مستشفيات", Number.PLURAL, State.INDEFINITE),
    ],
)
def test_forms_know_their_number_and_state(word, form, number, state):
    assert (form, number, state) in {(f.text, f.number, f.state) for f in by_id(word)}


def test_no_construct_form_takes_the_article():
    for word in ALL:
        constructs = {f.text for f in word.forms if f.state is State.CONSTRUCT and f.number is Number.PLURAL}
        assert not {"ال" + text for text in constructs} & texts_of(word.forms), word.id


def test_no_form_has_the_article_twice():
    assert [f.text for word in ALL for f in word.forms if f.text.startswith("الال") and f.text[4:5] != "ت"] == []


def test_the_government_of_a_country_counts_as_the_country():
    kinds = {head.lemma: head.kind for head in organisation_heads()}
    assert kinds["حكومة"] is HeadKind.COUNTRY
    assert kinds["جيش"] is HeadKind.ORGANISATION
    assert kinds["صحيفة"] is HeadKind.MEDIA
    assert all(head.kind is HeadKind.PLACE for head in place_heads())


def test_offices_and_bodies_that_stand_alone_in_later_mentions():
    alone = {word.lemma for word in (*titles(), *organisation_heads()) if word.alone}
    assert {"رئيس", "وزير", "متحدث", "جيش", "شرطة", "وزارة", "برلمان"} <= alone
    assert "سيد" not in alone


def test_sources_have_heads_quantifiers_and_modifiers():
    roles = Counter(word.role for word in group_heads())
    assert set(roles) == set(GroupRole)
    modifiers = {f.text for word in group_heads() if word.role is GroupRole.MODIFIER for f in word.forms}
    assert {"مطلعة", "أمني", "رفيع المستوى", "طلب عدم الكشف عن هويته"} <= modifiers


def test_portfolios_are_definite():
    assert len(portfolios()) >= 50
    assert all("ال" in portfolio or portfolio.startswith(("شؤون", "حقوق")) for portfolio in portfolios())
