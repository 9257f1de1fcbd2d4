"""Who bears a title: the person named beside it, or somebody who is told by the title alone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from khabar.extraction.names.appositions import Beside, beside
from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import title_trie
from khabar.extraction.names.coreference import Ledger, role_of
from khabar.extraction.names.counterparts import counterpart, is_counterpart
from khabar.extraction.names.descriptions import person_described
from khabar.extraction.names.offices import held_by_another
from khabar.extraction.names.registry import Thing
from khabar.extraction.names.speakers import opens_speech
from khabar.extraction.names.titles import TitlePhrase
from khabar.extraction.names.words import Words, is_definite
from khabar.knowledge.name_words import TitleKind
from khabar.values.entity import Kind

_IN_BRACKETS = 3  # tokens that may stand in brackets between an office and a name, the closing one among them
_OFFICE_AT_OFFICE = 2  # words: 'محامي الرئيس'


def give_titles(
    ledger: Ledger,
    titles: Sequence[TitlePhrase],
    kept: Sequence[Candidate],
    inner: Sequence[Candidate],
    things: dict[int, Thing],
    taken: set[int],
) -> list[TitlePhrase]:
    """Give each title to its bearer; where no name stands beside it, it stands for somebody by itself.

    `things`: what the names refer to, by the token that they begin at; `taken`: the tokens of which it is known.
    Given back are the counterparts of others: whom they stand for shows when all names are known.
    """
    by_first = {c.first: c for c in kept}
    before_names = {phrase.first: phrase for phrase in titles if phrase.last in by_first}
    titles = [_to_the_name(ledger.words, phrase, before_names, by_first) for phrase in titles]
    behind = beside(ledger, (*kept, *inner), titles, things, opens_speech)
    unnamed = [phrase for phrase in titles if not _borne(ledger, phrase, by_first, behind, taken)]
    later = [phrase for phrase in unnamed if is_counterpart(phrase) and _is_free(phrase, taken)]
    taken.update(at for phrase in later for at in range(phrase.first, phrase.last))
    for phrase in unnamed:
        if phrase not in later:
            _described(ledger, phrase, by_first, things, taken)
    return later


def give_counterparts(ledger: Ledger, phrases: Sequence[TitlePhrase], things: Mapping[int, Thing]) -> None:
    """Let 'his counterpart' stand for whoever has the same post, or for somebody unnamed."""
    for phrase in phrases:
        office = _office_of(ledger, phrase, things)
        person = counterpart(ledger, phrase) or person_described(ledger, phrase, office)
        if person:
            ledger.refer(phrase.first, phrase.last, phrase.start, [person], "description")


def _is_free(phrase: TitlePhrase, taken: set[int]) -> bool:
    return taken.isdisjoint(range(phrase.first, phrase.last))


def _to_the_name(
    words: Words, phrase: TitlePhrase, before_names: dict[int, TitlePhrase], by_first: dict[int, Candidate]
) -> TitlePhrase:
    """The phrase up to the name that it belongs to, over what stands between.

    'وزير الطاقة الأمير فلان': the form of address. 'قائد القوات (أفريكوم) فلان': a short name in brackets.
    'محامي الرئيس فلان، علان،': the name of whose he is, where his own follows between commas.
    """
    last = _behind_brackets(words, phrase.last)
    other = before_names.get(last)
    # not 'الوزير ونائبه فلان', 'شكر الوزير نائبه فلان'
    same = other is not None and not other.owned and other.start == words.tokens[other.first].start
    if other and same and by_first[other.last].kind is Kind.PERSON and not phrase.honorific:
        return replace(phrase, last=other.last)
    if last > phrase.last and last in by_first and by_first[last].kind is Kind.PERSON:
        return replace(phrase, last=last)
    owner = by_first.get(phrase.last)
    if owner and owner.kind is Kind.PERSON and _is_anothers(words, phrase, owner, by_first):
        return replace(phrase, last=owner.last)
    return phrase


def _behind_brackets(words: Words, at: int) -> int:
    """The token behind a word or two in brackets that open at a token; the token itself where none do."""
    if words.form(at) != "(":
        return at
    close = next((i for i in range(at + 1, at + 1 + _IN_BRACKETS) if words.form(i) == ")"), None)
    return at if close is None else close + 1


def _is_anothers(words: Words, phrase: TitlePhrase, owner: Candidate, by_first: dict[int, Candidate]) -> bool:
    """Whether the name behind an office at an office is of who holds the other, its bearer named between commas."""
    bearer = by_first.get(owner.last + 1) if words.form(owner.last) == "،" else None
    outer, inner = words.forms[phrase.first : phrase.first + 2] if phrase.last - phrase.first > 1 else ("", "")
    at_office = (
        not is_definite(outer) and is_definite(inner) and title_trie().at(words.keys, phrase.first + 1) is not None
    )
    between = bearer is not None and bearer.kind is Kind.PERSON and words.form(bearer.last) == "،"
    return at_office and phrase.last - phrase.first == _OFFICE_AT_OFFICE and between


def _borne(
    ledger: Ledger, phrase: TitlePhrase, by_first: dict[int, Candidate], behind: Beside, taken: set[int]
) -> bool:
    """Give the title to the person named beside it; False where nobody is."""
    name = _name_beside(ledger, phrase, by_first)
    things, last = behind.things, phrase.last
    if name and phrase.title.kind is TitleKind.KIN and not phrase.definite:
        return False  # 'زوجة الوزير': somebody else
    if name and ledger.day and held_by_another(ledger.words, things[name.first], phrase, ledger.day):
        return False  # 'عين الرئيس الروسي أندريه بيلوسوف'
    if name:
        person, last = things[name.first], name.last
    elif before := behind.bearer(phrase):
        person = before
    else:
        return False
    if phrase.honorific:
        _with_honorific(ledger, phrase, person)
    else:
        person.roles.append(role_of(ledger, phrase, _office_of(ledger, phrase, things)))
        person.titles.add((phrase.title.id, phrase.country))
        person.country = person.country or phrase.country
    _refer(ledger, phrase, last, person, "name", taken)
    return True


def _name_beside(ledger: Ledger, phrase: TitlePhrase, by_first: dict[int, Candidate]) -> Candidate | None:
    """The person's name right after the title, or after it between commas."""
    words = ledger.words
    name = by_first.get(phrase.last)
    if name is None and words.form(phrase.last) in {"«", '"', "“"}:
        name = by_first.get(phrase.last + 1)
    elif name is None and words.form(phrase.last) == "،":
        name = by_first.get(phrase.last + 1)
        if name and words.form(name.last) != "،":
            return None
    if name is None or name.kind is not Kind.PERSON or phrase.plural or name.start > words.tokens[name.first].start:
        return None
    return name


def _described(
    ledger: Ledger, phrase: TitlePhrase, by_first: dict[int, Candidate], things: dict[int, Thing], taken: set[int]
) -> None:
    """Let a title without a name stand for somebody; 'زوجة الوزير فلان' is somebody too."""
    name = _name_beside(ledger, phrase, by_first)
    if name and phrase.title.kind is TitleKind.KIN:
        phrase = replace(phrase, last=name.last, definite=True)
    person = person_described(ledger, phrase, _office_of(ledger, phrase, things))
    if person:  # 'الرئيس الروسي' before another's name is a phrase by itself
        alone = name is not None and phrase.title.kind is not TitleKind.KIN and name.first == phrase.last
        _refer(ledger, phrase, phrase.last, person, "name" if alone else "description", taken)


def _refer(ledger: Ledger, phrase: TitlePhrase, last: int, person: Thing, how: str, taken: set[int]) -> None:
    stretch = range(phrase.first, last)
    if taken.isdisjoint(stretch):
        ledger.refer(phrase.first, last, phrase.start, [person], how)
        taken.update(stretch)


def _with_honorific(ledger: Ledger, phrase: TitlePhrase, person: Thing) -> None:
    """'السيد كيم' is a mention with its honorific."""
    text = ledger.words.analysed.text
    for i, (span, _) in enumerate(person.mentions):
        if span.start == ledger.words.tokens[phrase.last].start:
            whole = type(span)(phrase.start, span.end)
            person.mentions[i] = (whole, whole.of(text))


def _office_of(ledger: Ledger, phrase: TitlePhrase, things: Mapping[int, Thing]) -> Thing | None:
    if phrase.body and phrase.body.first in things:
        return things[phrase.body.first]
    return ledger.registry.country(phrase.country) if phrase.country else None
