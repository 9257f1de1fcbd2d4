"""Names that go on in an adjective of nationality: 'the Norwegian army', 'the Hamas movement, Palestinian'."""

from collections.abc import Sequence
from functools import cache

from khabar.knowledge.actors import Medium, Organisation, media, organisations
from khabar.knowledge.geography import Country, countries
from khabar.language.normalise import key
from khabar.language.spelling import bare_key, name_words
from khabar.values.entity import Kind

_WHOLE = 2  # words; one alone may mean much else


def nation_of(word: str) -> Country | None:
    """The country of an adjective as name_words spells it, with its article or without."""
    return _by_adjective().get(_bare(word))


def known_before_nation(name: str, kind: Kind) -> str | None:
    """The entry of our world knowledge that a name means without the adjective at its end; None: it is no such name.

    The adjective must be that of the entry's own country: the Hezbollah of another land is another.
    """
    words = key(name).split()
    nation = nation_of(words[-1]) if len(words) > _WHOLE else None
    found = _by_name().get((kind, _spelled(words[:-1], kind))) if nation else None
    return found.id if found and nation and found.country == nation.id else None


@cache
def _by_adjective() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for country in countries():
        for word in (*country.adjectives, *country.nationals):
            if " " not in word:
                found.setdefault(_bare(name_words(word)[0]), country)
    return found


@cache
def _by_name() -> dict[tuple[Kind, str], Organisation | Medium]:
    """The names that mean one thing only."""
    told = [(Kind.ORGANISATION, entry) for entry in organisations()] + [(Kind.MEDIA, entry) for entry in media()]
    return {
        (kind, _spelled(key(name).split(), kind)): entry
        for kind, entry in told
        for name in entry.names
        if name not in entry.ambiguous and len(name.split()) >= _WHOLE
    }


def _spelled(words: Sequence[str], kind: Kind) -> str:
    # foreign names of media are spelled in many ways; a movement X is not the party X
    return bare_key(" ".join(words)) if kind is Kind.MEDIA else " ".join(words)


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
