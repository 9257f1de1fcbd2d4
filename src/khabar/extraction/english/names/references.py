"""The entities of one English report and every reference to them."""

from collections.abc import Iterable, Mapping, Sequence

from khabar.extraction.english.names.bodies import GOVERNMENT, bodies_in, capital_runs
from khabar.extraction.english.names.finds import Find, apart, by_end
from khabar.extraction.english.names.groups import groups_in
from khabar.extraction.english.names.known import is_ordinary, known_in
from khabar.extraction.english.names.people import people_in, person_spelled
from khabar.extraction.english.names.registry import Registry, Thing
from khabar.extraction.english.names.titles import Title, titles_in
from khabar.extraction.references import Reference, Referents
from khabar.knowledge.english.names import known_by_id
from khabar.language.english.phrases import single
from khabar.language.english.text import EnglishText
from khabar.values.entity import Kind, Role
from khabar.values.span import Span
from khabar.values.why import EntityRule

_ABBREVIATION = 2  # letters


def references_in(text: EnglishText, *, why: bool = False) -> Referents:
    """Names, titles, groups and nationalities, and which of them are one."""
    return _Reader(text).run(why=why)


class _Reader:
    """One text while its names are read."""

    def __init__(self, text: EnglishText) -> None:
        self.text = text
        self.registry = Registry(text.analysed.text)
        self.found: list[tuple[int, int, Thing, str]] = []
        self._until: dict[int, Thing] = {}  # people by the token behind their names
        self._from: dict[int, Thing] = {}  # whoever is named, by the first token

    def run(self, *, why: bool) -> Referents:
        known = list(known_in(self.text))
        named = apart([*known, *bodies_in(self.text, apart(known))])
        titles = titles_in(self.text, named)
        taken = _tokens(find for find in named if not self._may_be_of_a_person(find))
        people = list(people_in(self.text, titles, taken))
        named = apart([*named, *people])
        titles = titles_in(self.text, named)
        self._names(named)
        self._abbreviations(_tokens(named))
        self._family_names({at for first, last, _, _ in self.found for at in range(first, last)})
        self._offices(titles, named)
        self._media_again()
        self._groups(groups_in(self.text, named))
        entities = self.registry.entities(why=why)
        self.found.sort(key=lambda f: (f[0], -f[1]))
        return Referents(entities, tuple(_references(self.found)))

    def _may_be_of_a_person(self, find: Find) -> bool:
        """Whether a name of one word stands among other words with a capital: 'Sabah Khaled'."""
        beside = (find.first - 1, find.last)
        alone = find.last - find.first == 1 and find.kind is not Kind.COUNTRY
        return alone and any(self.text.capital(at) and self.text.is_word(at) for at in beside)

    def _span(self, first: int, last: int) -> Span:
        """The words of tokens, a possessive left out."""
        start = self.text.analysed.tokens[first].start
        end = self.text.analysed.tokens[last - 1].start + len(self.text.written[last - 1])
        return Span(start, end)

    def _note(self, first: int, last: int, thing: Thing, how: str, *, named: bool) -> None:
        self.registry.mention(thing, self._span(first, last), named=named)
        self.found.append((first, last, thing, how))
        if thing.kind is Kind.PERSON:
            self._until[last] = thing

    def _names(self, named: Sequence[Find]) -> None:
        for find in named:
            if find.how == "adjective":
                thing = self.registry.known(find.known or "")
                self.found.append((find.first, find.last, thing, "adjective"))
                continue
            person = find.kind is Kind.PERSON and not find.known
            words = tuple(self.text.forms[find.first : find.last])
            before = self.registry.person(words) if person else None
            if person and before is None and len(words) == 1:
                before = self._telling(words[0])
            thing = before or self._thing(find)
            named_so = any(self.text.capital(at) for at in range(find.first, find.last))
            self._note(find.first, find.last, thing, "name", named=named_so)

    def _thing(self, find: Find) -> Thing:
        bare_head = find.kind is Kind.ORGANISATION and not find.known and not find.country and find.key
        before = self.registry.latest(Kind.ORGANISATION, find.key.split()[-1]) if bare_head else None
        if bare_head and find.key in GOVERNMENT:
            before = self.registry.latest(Kind.COUNTRY, find.key)
        if before and len(find.key.split()) == 1:
            return before
        if find.kind is not Kind.PERSON or find.known:
            return self.registry.of_find(find)
        entry = person_spelled(" ".join(self.text.written[find.first : find.last]))
        return self.registry.known(entry, EntityRule.KNOWN.of(entry)) if entry else self.registry.anew(find)

    def _abbreviations(self, taken: set[int]) -> None:
        """'The Rapid Support Forces (RSF)': the letters in brackets name it from there on."""
        ends = {last: thing for _, last, thing, how in self.found if how == "name"}
        short: dict[str, Thing] = {}
        for at in range(2, len(self.text.forms)):
            word = self.text.written[at]
            if at in taken or not word.isupper() or len(word) < _ABBREVIATION:
                continue
            if self.text.form(at - 1) == "(" and self.text.form(at + 1) == ")" and (named := ends.get(at - 1)):
                short[word] = named
            if word in short:
                self._note(at, at + 1, short[word], "name", named=True)

    def _family_names(self, taken: set[int]) -> None:
        """Single words with a capital that are the last name of somebody named in full, or known by it alone."""
        for first, last in capital_runs(self.text):
            free = [at for at in range(first, last) if at not in taken and not is_ordinary(self.text.written[at])]
            if len(free) == 1 and self.text.is_word(free[0]):
                thing = self.registry.person((self.text.forms[free[0]],)) or self._telling(self.text.forms[free[0]])
                if thing:
                    self._note(free[0], free[0] + 1, thing, "name", named=True)

    def _telling(self, form: str) -> Thing | None:
        holders = [k for k in known_by_id().values() if k.short and k.en.lower().split()[-1] == form]
        return self.registry.known(holders[0].id, EntityRule.KNOWN.of(holders[0].id)) if len(holders) == 1 else None

    def _media_again(self) -> None:
        """'The newspaper', which was named before."""
        media = [f for f in self.found if f[2].kind is Kind.MEDIA]
        for at in range(1, len(self.text.forms)):
            if self.text.form(at) in single("medium-again") and self.text.form(at - 1) == "the":
                before = max((f for f in media if f[0] < at), default=None, key=lambda f: f[0])
                if before:
                    self.found.append((at, at + 1, before[2], "description"))

    def _offices(self, titles: Sequence[Title], named: Sequence[Find]) -> None:
        starts = {first: (last, thing) for first, last, thing, how in self.found if how == "name"}
        self._from = {first: thing for first, _, thing, _ in reversed(self.found)}
        ends = by_end(named)
        for title in titles:
            beside = starts.get(title.office[1]) or starts.get(title.last) or self._between_commas(title, starts)
            if beside and beside[1].kind is Kind.PERSON:
                self._borne(title, beside[1], beside[0])
            elif before := self._before_comma(title, ends):
                self._borne(title, before, title.last)
            elif not title.honorific:
                self._unnamed(title)

    def _between_commas(self, title: Title, starts: Mapping[int, tuple[int, Thing]]) -> tuple[int, Thing] | None:
        """Who stands behind the office between commas: 'the mayor of the port, Omar Khalil, said'."""
        named = starts.get(title.last + 1) if self.text.form(title.last) == "," and title.of else None
        return named if named and self.text.form(named[0]) == "," else None

    def _before_comma(self, title: Title, ends: dict[int, Find]) -> Thing | None:
        """Whose name stands before a comma and the office: 'Omar Khalil, the mayor'."""
        comma = title.first - 1
        while comma > 0 and self.text.form(comma) != "," and title.first - comma <= 2:
            comma -= 1
        if self.text.form(comma) != ",":
            return None
        return self._until.get(comma)

    def _borne(self, title: Title, person: Thing, last: int) -> None:
        owner = self._owner(title)
        if title.honorific:
            span = self._span(title.office[0], last)
            person.mentions = [span if span.covers(m) else m for m in person.mentions]
        else:
            person.roles.append(Role(self._span(title.first, title.last), owner.id if owner else None, title.former))
            person.offices.add(title.name)
            person.of = person.of or (owner.id if owner and not person.known and not title.former else None)
        self.found.append((title.first, max(last, title.last), person, "name"))

    def _owner(self, title: Title) -> Thing | None:
        return self._from.get(title.of.first) if title.of else None

    def _unnamed(self, title: Title) -> None:
        """Somebody whom only an office tells: the one that holds it here, or somebody new."""
        owner = self._owner(title)
        known = self.registry.holder(title.name) if title.definite else None
        if known is None and owner is None and not title.definite:
            return
        if known is None:
            key = f"{title.name} {owner.id if owner else ''}"
            find = Find(title.first, title.last, Kind.GROUP, EntityRule.TITLE, "description", key=key)
            known = self.registry.of_find(find)
            land = owner.country if owner and owner.kind is Kind.PLACE else None
            known.of = self.registry.known(land).id if land else owner.id if owner else None
            known.offices.add(title.name)
            self.registry.mention(known, self._span(title.first, title.last))
        self.found.append((title.first, title.last, known, "description"))

    def _groups(self, groups: Iterable[Find]) -> None:
        taken = {at for first, last, _, how in self.found if how != "adjective" for at in range(first, last)}
        for find in apart(groups):
            if not taken.issuperset(range(find.first, find.last)):
                self._note(find.first, find.last, self.registry.of_find(find), "group", named=True)


def _tokens(finds: Iterable[Find]) -> set[int]:
    return {at for find in finds for at in range(find.first, find.last)}


def _references(found: Iterable[tuple[int, int, Thing, str]]) -> list[Reference]:
    """The references in order, an outer one before those within it, which are left out."""
    kept: list[Reference] = []
    taken: set[int] = set()
    for first, last, thing, how in sorted(found, key=lambda f: (f[0] - f[1], f[0])):
        if taken.isdisjoint(range(first, last)):
            kept.append(Reference(first, last, (thing.id,), how))
            taken.update(range(first, last))
    return sorted(kept, key=lambda r: r.first)
