"""Whatever an English text holds, what is read in it slices back to its words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from english_reports import english
from khabar.extraction.english.reading import read_english
from khabar.reports.body import body_in

WORDS = [
    "Iran",
    "Iraq",
    "Moscow",
    "Reuters",
    "Dmitry",
    "Peskov",
    "Omar",
    "Haddad",
    "said",
    "told",
    "denied",
    "that",
    "the",
    "a",
    "of",
    "in",
    "to",
    "by",
    "and",
    ",",
    ".",
    ":",
    ";",
    '"',
    "“",
    "”",
    "'",
    "(",
    ")",
    "-",
    "—",
    "delivered",
    "attacked",
    "sanctions",
    "talks",
    "was",
    "not",
    "will",
    "been",
    "officials",
    "minister",
    "spokesman",
    "army",
    "President",
    "U.S.",
    "Gen.",
    "12",
    "$",
    "million",
    "Monday",
    "June",
    "2024",
    "citing",
    "quoted",
    "as",
    "saying",
    "according",
    "who",
    "which",
    "he",
    "it",
    "jets",
    "\n",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_words(words: list[str]) -> None:
    report = english(" ".join(words))
    reading = read_english(report, body_in(report.text), "reader", why=True)
    ids = {e.id for e in reading.entities}
    assert all(span.of(report.text).strip() for e in reading.entities for span in e.mentions)
    assert all(a.content.of(report.text) and {e for link in a.chain for e in link} <= ids for a in reading.attributions)
    assert all(e.anchor.of(report.text) and {*e.actor, *e.recipient, *e.place} <= ids for e in reading.events)
