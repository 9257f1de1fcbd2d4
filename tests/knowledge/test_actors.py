"""What we know of organisations, media and persons: every entry keeps its promises."""

import re
import unicodedata
from collections import Counter
from datetime import date
from itertools import combinations

import pytest

from entry_sentences import MATCHED, MISSED, broken
from khabar.knowledge.actors import Medium, Office, Organisation, holders, media, medium_at, organisations, persons
from khabar.knowledge.files import Entry, entries
from khabar.language.normalise import key
from khabar.language.spelling import foreign_key

FILES = ("world/organisations.yaml", "world/media.yaml", "world/persons.yaml")
FIELDS = {
    "world/organisations.yaml": {"id", "en", "kind", "sort", "country", "stands_for", "part_of", "wikidata", "names"}
    | {"ambiguous", "needs", "examples", "counterexamples", "fights", "seated_in"},
    "world/media.yaml": {"id", "en", "kind", "media_kind", "country", "owner_state", "part_of", "wikidata", "names"}
    | {"ambiguous", "needs", "domains", "examples", "counterexamples"},
    "world/persons.yaml": {
        "id",
        "en",
        "female",
        "country",
        "wikidata",
        "names",
        "short",
        "ambiguous",
        "offices",
        "kin",
    },
}
ARABIC_LISTS = ("names", "short", "ambiguous", "examples", "counterexamples")
COUNTRY = re.compile(r"country\.[a-z_]{2,}\Z")
BODIES: tuple[Organisation | Medium, ...] = (*organisations(), *media())
# Offices that several hold at a time, or that differ by what they are over, which only the title says.
HELD_BY_MANY = frozenset(
    [
        "adviser",
        "ambassador",
        "commander",
        "commissioner",
        "consul",
        "deputy-attorney-general",
        "deputy-chairman",
        "deputy-commander",
        "deputy-director",
        "deputy-foreign-minister",
        "deputy-leader",
        "deputy-prime-minister",
        "deputy-secretary-general",
        "deputy-secretary-of-state",
        "envoy",
        "first-lady",
        "head",
        "intelligence-chief",
        "leading-member",
        "mayor",
        "member-of-presidency",
        "minister",
        "minister-of-state",
        "rapporteur",
        "ruler",
        "senator",
        "spokesperson",
        "undersecretary-general",
        "vice-president",
    ]
)
# After a disputed election each of two had himself sworn in.
CLAIMED_BY_TWO = {("president", "country.ci"), ("president", "country.mg")}
HEADS = frozenset(
    [
        "president",
        "king",
        "queen",
        "emir",
        "sultan",
        "emperor",
        "prince",
        "grand-duke",
        "pope",
        "prime-minister",
        "chancellor",
        "transitional-leader",
        "leader",
        "supreme-leader",
        "member-of-presidency",
    ]
)
MUCH_IN_THE_NEWS = ("ru", "fr", "gb", "de", "ir", "il", "sy", "eg", "sa", "tr", "cn")
LED_BY_TURNS = {"country.sm"}  # two captains regent for half a year
ALL_IDS = {x.id for x in (*BODIES, *persons())}


def every_entry() -> list[tuple[str, Entry]]:
    return [(file, entry) for file in FILES for entry in entries(file)]


def words(text: str) -> list[str]:
    return re.findall(r"[\w+]+", key(text))


def without_attached(word: str) -> set[str]:
    bare = {word}
    for _ in range(2):
        bare |= {w[1:] for w in bare if w[:1] in "وفبلك" and len(w) > 2}
    return bare | {"ال" + w[2:] for w in bare if w.startswith("لل")}


def says(text: str, name: str) -> bool:
    """Whether the name stands in the text, word for word, whatever is attached to its first word."""
    said, wanted = words(text), words(name)
    return any(
        said[at + 1 : at + len(wanted)] == wanted[1:] and wanted[0] in without_attached(word)
        for at, word in enumerate(said)
    )


def test_the_lists_are_as_wide_as_the_news():
    assert len(organisations()) >= 680
    assert len(media()) >= 560
    assert len(persons()) >= 3000
    assert sum(person.wikidata is not None for person in persons()) >= 1150


def test_no_id_is_given_twice():
    ids = Counter(x.id for x in (*BODIES, *persons()))
    assert [i for i, times in ids.items() if times > 1] == []


def test_ids_are_ascii_and_say_what_they_are_of():
    for file, prefix in zip(FILES, ("org", "medium", "person"), strict=True):
        for entry in entries(file):
            assert re.fullmatch(prefix + r"\.[a-z0-9_]+", entry["id"]), entry["id"]


@pytest.mark.parametrize("file", FILES)
def test_entries_have_no_field_that_nobody_reads(file):
    assert {field for entry in entries(file) for field in entry} <= FIELDS[file]


def test_arabic_strings_hold_no_tatweel_marks_presentation_forms_or_controls():
    for _, entry in every_entry():
        for text in (text for field in ARABIC_LISTS for text in entry.get(field, ())):
            assert "\u0640" not in text, text
            assert all(unicodedata.category(c) not in ("Cf", "Cc", "Mn") for c in text), text
            assert not any("\ufb50" <= c <= "\ufeff" for c in text), text
            assert text == " ".join(text.split()), text


def test_references_resolve():
    for file, entry in every_entry():
        for field in ("country", "stands_for", "owner_state", "fights", "seated_in"):
            assert COUNTRY.match(entry.get(field, "country.xx")), entry["id"]
        assert entry.get("part_of") is None or entry["part_of"] in ALL_IDS, entry["id"]
        assert all(other in ALL_IDS for other in entry.get("kin", {}).values()), entry["id"]
        for office in entry.get("offices", ()):
            assert COUNTRY.match(office["of"]) or office["of"] in ALL_IDS, (file, entry["id"])


def test_wikidata_ids_are_well_formed_and_given_once():
    everywhere = (*FILES, "world/countries.yaml", "world/places.yaml")
    known = [entry["wikidata"] for file in everywhere for entry in entries(file) if "wikidata" in entry]
    assert all(re.fullmatch(r"Q[1-9]\d*", qid) for qid in known)
    assert [qid for qid, times in Counter(known).items() if times > 1] == []


def test_a_name_that_two_bear_is_marked_ambiguous():
    bearers: dict[str, set[str]] = {}
    for x in (*BODIES, *persons()):
        for name in x.names:
            if name not in x.ambiguous:
                bearers.setdefault(key(name), set()).add(x.id)
    assert {name: ids for name, ids in bearers.items() if len(ids) > 1} == {}


def test_a_surname_that_two_bear_is_marked_ambiguous():
    bearers: dict[str, set[str]] = {}
    for person in persons():
        for name in person.telling_short:
            bearers.setdefault(key(name), set()).add(person.id)
    assert {name: ids for name, ids in bearers.items() if len(ids) > 1} == {}


def test_a_spelling_that_two_people_share_is_marked_ambiguous():
    bearers: dict[str, set[str]] = {}
    for person in persons():
        for name in person.names:
            if name not in person.ambiguous:
                bearers.setdefault(foreign_key(name), set()).add(person.id)
    assert {name: ids for name, ids in bearers.items() if len(ids) > 1} == {}


def test_ambiguous_forms_are_among_the_names_and_leave_one_that_is_enough():
    for body in BODIES:
        assert set(body.ambiguous) <= set(body.names), body.id
        assert set(body.names) - set(body.ambiguous), body.id
    for person in persons():
        assert set(person.ambiguous) <= {*person.names, *person.short}, person.id


def test_ambiguous_names_say_what_supports_them_and_others_do_not():
    for body in BODIES:
        assert bool(body.ambiguous) == bool(body.needs), body.id


def test_examples_hold_a_name_and_counterexamples_none_that_is_enough():
    for file, entry in every_entry():
        if file == "world/persons.yaml":
            continue
        enough = [name for name in entry["names"] if name not in entry.get("ambiguous", ())]
        examples, others = entry.get("examples", ()), entry.get("counterexamples", ())
        missed = [(entry["id"], text) for text in examples if not any(says(text, name) for name in entry["names"])]
        matched = [(entry["id"], text) for text in others if any(says(text, name) for name in enough)]
        assert not (told := broken(file, MISSED, missed, "List the name that stands there, or mend the sentence.")), (
            told
        )
        assert not (told := broken(file, MATCHED, matched, "List the name under ambiguous and say what it needs.")), (
            told
        )
        assert examples or not entry.get("ambiguous"), entry["id"]


@pytest.mark.parametrize(
    ("name", "ordinary"),
    [
        ("حماس", "استقبله الناس بحماس."),
        ("القاعدة", "أقلعت من القاعدة."),
        ("النهار", "وقع الهجوم في وضح النهار."),
        ("فتح", "أعلنوا فتح الطريق."),
        ("العربية", "الدول العربية."),
        ("قنا", "سافر إلى قنا."),
    ],
)
def test_names_that_are_ordinary_words_too_are_flagged(name, ordinary):
    assert says(ordinary, name)
    bearers = [body for body in BODIES if name in body.names]
    assert bearers
    assert all(name in body.ambiguous for body in bearers)


def test_spellings_that_differ_by_a_letter_name_one_thing():
    by_name = {key(name): x.id for x in (*BODIES, *persons()) for name in x.names if name not in x.ambiguous}
    for group in (
        ("كيم جونغ أون", "كيم جونج أون"),
        ("سيرغي لافروف", "سيرجي لافروف"),
        ("البنتاغون", "البنتاجون"),
        ("مجموعة فاغنر", "مجموعة فاجنر"),
        ("أسوشيتد برس", "اسوشييتد برس"),
        ("عبد الفتاح السيسي", "عبدالفتاح السيسي"),
    ):
        assert len({by_name[key(name)] for name in group}) == 1, group


@pytest.mark.parametrize(
    ("post", "of", "day", "who"),
    [
        ("president", "country.us", date(2018, 6, 12), "person.trump"),
        ("president", "country.us", date(2022, 6, 12), "person.biden"),
        ("foreign-minister", "country.ru", date(2024, 6, 18), "person.lavrov"),
        ("defence-minister", "country.ru", date(2023, 7, 26), "person.shoigu"),
        ("defence-minister", "country.ru", date(2024, 6, 18), "person.belousov"),
        ("secretary-general", "org.un", date(2014, 1, 1), "person.ban"),
    ],
)
def test_who_held_an_office_on_a_day(post, of, day, who):
    assert [person.id for person in holders(post, of, day)] == [who]


def test_offices_end_after_they_begin():
    for person in persons():
        for office in person.offices:
            if office.held and office.held.earliest and office.held.latest:
                assert office.held.earliest <= office.held.latest, (person.id, office)


def months(written: str) -> int:
    """Months since year nought, of a date as it is written: a year or a year and a month."""
    year, _, month = written.partition("-")
    return int(year) * 12 + int(month or 1) - 1


def shared_months(one: Entry, next_one: Entry) -> int:
    """How long two people held an office at once, as precisely as both dates say."""
    until, since = one.get("to", "9999"), next_one.get("from", "9999")
    known = min(len(until), len(since))
    return min(months(until[:known]), months(next_one.get("to", "9999"))) - months(since[:known])


def holders_one_after_the_other() -> list[tuple[Entry, Entry, str]]:
    """Each two tenures of an office that one person holds at a time, with whose they are."""
    tenures: dict[tuple[str, str], list[tuple[Entry, str]]] = {}
    for person in entries("world/persons.yaml"):
        for office in person.get("offices", ()):
            if "from" in office and office["post"] not in HELD_BY_MANY:
                tenures.setdefault((office["post"], office["of"]), []).append((office, person["id"]))
    return [
        (one, two, f"{who} and {other}: {one['title']}")
        for held in tenures.values()
        for (one, who), (two, other) in combinations(sorted(held, key=lambda t: months(t[0]["from"])), 2)
    ]


def test_nobody_shares_the_highest_office_of_a_country_for_longer_than_the_month_of_the_change():
    highest = {"president", "king", "foreign-minister", "defence-minister", "chancellor"}
    shared = {
        whose
        for one, two, whose in holders_one_after_the_other()
        if one["post"] in highest and (one["post"], one["of"]) not in CLAIMED_BY_TWO and shared_months(one, two) > 1
    }
    assert shared == set()


def test_nobody_shares_an_office_of_one_for_longer_than_a_year():
    assert {whose for one, two, whose in holders_one_after_the_other() if shared_months(one, two) > 12} == set()


def test_nobody_holds_one_office_twice_at_once():
    for person in entries("world/persons.yaml"):
        for one, two in combinations([o for o in person.get("offices", ()) if "from" in o], 2):
            if (one["post"], one["of"], one["title"]) == (two["post"], two["of"], two["title"]):
                assert shared_months(*sorted((one, two), key=lambda o: months(o["from"]))) <= 1, (person["id"], one)


def test_every_state_has_a_head_since_2000():
    led = {
        office.of for person in persons() for office in person.offices if office.post in HEADS and reaches_2000(office)
    }
    states = {entry["id"] for entry in entries("world/countries.yaml") if entry["status"] == "state"}
    assert states - led == LED_BY_TURNS


def reaches_2000(office: Office) -> bool:
    return office.held is not None and (office.held.latest or date.max) >= date(2000, 1, 1)


@pytest.mark.parametrize("post", ["foreign-minister", "defence-minister"])
def test_states_much_in_the_news_have_their_ministers(post):
    days = [date(year, 7, 15) for year in range(2008, 2025)]
    unknown = [(of, day) for of in MUCH_IN_THE_NEWS for day in days if not holders(post, f"country.{of}", day)]
    assert unknown == []


def test_an_office_whose_dates_we_do_not_know_covers_no_day():
    unknown = [o for person in persons() for o in person.offices if o.held is None]
    assert unknown
    assert not any(office.covers(date(2020, 1, 1)) for office in unknown)


def test_a_domain_leads_to_its_medium_whatever_the_host():
    assert medium_at("www.reuters.com") == medium_at("reuters.com")
    found = medium_at("arabic.rt.com")
    assert found is not None
    assert found.id == "medium.rt"
    assert medium_at("example.org") is None


def test_no_domain_is_given_to_two_media():
    domains = Counter(domain for medium in media() for domain in medium.domains)
    assert [domain for domain, times in domains.items() if times > 1] == []
    assert all(re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}", domain) for domain in domains)


def test_only_armed_groups_fight_and_only_international_bodies_are_named_by_a_capital():
    assert {o.sort.value for o in organisations() if o.fights} == {"armed-group"}
    assert {o.sort.value for o in organisations() if o.seated_in} == {"international"}


def test_a_seat_stands_for_its_country():
    kremlin = next(o for o in organisations() if o.id == "org.kremlin")
    assert kremlin.stands_for == "country.ru"
    assert all((o.stands_for is not None) == (o.sort.value == "seat") for o in organisations())
