"""One annotated report, and the reading that holds all of it."""

from khabar.measures.gold import place_of
from khabar.values.attribution import Attribution, Mode, Stance
from khabar.values.entity import Entity, Kind
from khabar.values.event import Event, EventType, Status
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.span import Span
from khabar.values.timex import Timex

TEXT = "شارك الخبر\nقالت وزارة الموانئ أمس إن السفينة تصل إلى عدن. ونفت شركة البحار ذلك. وزار الوزير عدن اليوم."
GOLD = {
    "id": "g1",
    "published": "2024-06-18",
    "text": TEXT,
    "body": [["قالت وزارة", "عدن اليوم."]],
    "entities": [
        {"id": "e1", "name": "وزارة الموانئ", "kind": "organisation", "wikidata": "Q1", "mentions": ["وزارة الموانئ"]},
        {"id": "e2", "name": "شركة البحار", "kind": "organisation", "mentions": ["شركة البحار"]},
        {"id": "e3", "name": "عدن", "kind": "place", "wikidata": "Q3", "mentions": ["عدن"]},
        {"id": "e4", "name": "اليمن", "kind": "country", "wikidata": "Q4", "mentions": []},
    ],
    "times": [{"text": "أمس", "value": "2024-06-17"}, {"text": "اليوم", "value": "2024-06-18", "core": False}],
    "attributions": [
        {
            "id": "a1",
            "content": ["السفينة", "عدن"],
            "mode": "indirect",
            "stance": "asserts",
            "chain": ["e1"],
        },
        {"id": "a2", "content": "ذلك", "mode": "indirect", "stance": "denies", "chain": [["e1", "e2"]]},
    ],
    "events": [
        {
            "id": "v1",
            "anchor": "زار",
            "type": "CONSULT",
            "mode": "visit",
            "actor": ["e4"],
            "recipient": [],
            "place": ["e3"],
            "time": "2024-06-18",
            "status": "actual",
        }
    ],
}


def at(words: str, nth: int = 1) -> Span:
    return place_of(TEXT, words, nth)


PERFECT = Reading(
    "g1",
    "one",
    "ar",
    body=(Span(TEXT.index("قالت"), len(TEXT)),),
    entities=(
        Entity("x1", "وزارة الموانئ", Kind.ORGANISATION, (at("وزارة الموانئ"),), "Q1"),
        Entity("x2", "شركة البحار", Kind.ORGANISATION, (at("شركة البحار"),)),
        Entity("x3", "عدن", Kind.PLACE, (at("عدن"), at("عدن", 2)), "Q3"),
        Entity("x4", "اليمن", Kind.COUNTRY, (), "Q4"),
    ),
    times=(Timex(at("أمس"), Moment("2024-06-17")),),
    attributions=(
        Attribution("b1", Span(at("السفينة").start, at("عدن").end), (("x1",),), Stance.ASSERTS, Mode.INDIRECT),
        Attribution("b2", at("ذلك"), (("x2",),), Stance.DENIES, Mode.INDIRECT),
    ),
    events=(
        Event(
            "w1",
            at("زار"),
            EventType.CONSULT,
            Status.ACTUAL,
            actor=("x4",),
            place=("x3",),
            time=Moment("2024-06-18"),
        ),
    ),
)
