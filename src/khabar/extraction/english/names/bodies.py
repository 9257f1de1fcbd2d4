"""Bodies that a pattern names: 'the Iraqi army', 'Egypt's Ministry of Health', 'Delta Shipping Company'."""

from collections.abc import Iterator, Sequence
from functools import cache

from khabar.extraction.english.names.finds import Find, by_end, by_start
from khabar.extraction.english.names.known import is_before_noun, is_ordinary
from khabar.extraction.english.names.titles import is_title
from khabar.knowledge.english.words import BODIES, words_of_role
from khabar.language.english.phrases import Phrases, forms_in, single
from khabar.language.english.text import EnglishText
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

GOVERNMENT = ("government", "cabinet", "authorities")
_MINISTRY = "ministry"
_LONGEST = 7  # tokens of a name


def bodies_in(text: EnglishText, known: Sequence[Find]) -> Iterator[Find]:
    """Every body that a head noun shows."""
    ends, starts = by_end(known), by_start(known)
    for at in range(len(text.forms)):
        if found := _heads("state-medium").at(text.forms, at):
            yield _of_country(text, at, at + found[0], found[1], ends)
        elif (found := _heads("state").at(text.forms, at)) and not _is_adjective(text, at, at + found[0]):
            yield from _of_state(text, at, found, ends, starts)
    for first, last in capital_runs(text, links=True):
        yield from _own(text, first, last, ends)


def _of_state(
    text: EnglishText, at: int, found: tuple[int, str], ends: dict[int, Find], starts: dict[int, Find]
) -> Iterator[Find]:
    length, entry = found
    last, field = _with_field(text, at, at + length)
    name = field or " ".join(text.forms[at : at + length])
    owner = ends.get(at)
    first = at
    if owner and owner.kind is Kind.COUNTRY:
        land, first = owner.known, owner.first
    elif owner and owner.kind is Kind.PLACE:
        land, first = owner.country, owner.first
    else:
        behind = starts.get(last + 1) if text.form(last) in single("of") else None
        land = behind.known if behind and behind.kind is Kind.COUNTRY and text.form(last) == "of" else None
        last = behind.last if behind and land else last
    rule = EntityRule.HEAD.of(entry)
    if land and name in GOVERNMENT:
        yield Find(first, last, Kind.COUNTRY, rule, known=land)
    elif (
        land or field or text.form(at - 1) in single("article") or text.opens_sentence(at) or is_title(text.form(last))
    ):
        yield Find(first, last, Kind.ORGANISATION, rule, country=land, key=name.removesuffix(f" {_MINISTRY}"))


def _of_country(text: EnglishText, at: int, last: int, entry: str, ends: dict[int, Find]) -> Find:
    """The media of a state: 'Syrian state media'."""
    owner = ends.get(at)
    land = owner.known if owner and owner.kind is Kind.COUNTRY else None
    first = owner.first if owner and land else at
    return Find(first, last, Kind.MEDIA, EntityRule.HEAD.of(entry), country=land, key=" ".join(text.forms[at:last]))


def _is_adjective(text: EnglishText, at: int, last: int) -> bool:
    """Whether another noun follows that the head only describes: 'a military airport'."""
    if last - at > 1 or is_title(text.form(last)) or at in text.owning:
        return False
    return is_before_noun(text, last)


def _with_field(text: EnglishText, at: int, last: int) -> tuple[int, str]:
    """Where 'ministry of health' ends, and what it is for; else the head alone."""
    if text.forms[at] == _MINISTRY and text.form(last) == "of":
        place = last + 1
        if field := _heads("field").at(text.forms, place):
            end = place + field[0]
            return end, " ".join(text.forms[place:end]).removeprefix("the ").removesuffix(" affairs")
    return last, ""


def _own(text: EnglishText, first: int, last: int, ends: dict[int, Find]) -> Iterator[Find]:
    while first < last and (is_ordinary(text.written[first]) and text.opens_sentence(first)):
        first += 1
    for role, kind in (("medium", Kind.MEDIA), ("body", Kind.ORGANISATION)):
        found = _heads(role).ending_at(text.forms, last)
        if found and found[0] > first:
            yield _named(text, first, last, kind, found[1], ends)
            return
    opening = _heads("body").at(text.forms, first)
    if opening and text.form(first + opening[0]) in ("of", "for") and last > first + opening[0] + 1:
        yield _named(text, first, last, Kind.ORGANISATION, opening[1], ends)


def _named(text: EnglishText, first: int, last: int, kind: Kind, entry: str, ends: dict[int, Find]) -> Find:
    land = next((f.known for f in ends.values() if f.first == first and f.kind is Kind.COUNTRY), None)
    return Find(first, last, kind, EntityRule.HEAD.of(entry), country=land, key=" ".join(text.forms[first:last]))


def capital_runs(text: EnglishText, *, links: bool = False) -> Iterator[tuple[int, int]]:
    """Stretches of words with a capital; `links`: small words of names of bodies may stand between."""
    at = 0
    small = single("body-link") if links else single("name-particle")
    while at < len(text.forms):
        if not (text.capital(at) and text.is_word(at)):
            at += 1
            continue
        end = at + 1
        last = min(text.sentence(at)[1], at + _LONGEST)
        while end < last and end - 1 not in text.owning:
            step = _step(text, end, small)
            if not step:
                break
            end += step
        yield at, end
        at = end


def _step(text: EnglishText, at: int, small: frozenset[str]) -> int:
    """How many tokens of a name go on at a token: a word with a capital, or what may stand before one."""
    if text.capital(at) and text.is_word(at):
        return 1
    initial = text.form(at) == "." and len(text.form(at - 1)) == 1
    joins = text.form(at) in small or initial
    return 2 if joins and text.capital(at + 1) and text.is_word(at + 1) else 0


@cache
def _heads(role: str) -> Phrases[str]:
    return Phrases((forms_in(word), entry) for word, entry in words_of_role(BODIES, role))
