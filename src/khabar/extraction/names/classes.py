"""The word classes of name grammar, titles and heads, ready to be looked up in folded text."""

from collections.abc import Sequence
from functools import cache

from khabar.extraction.names.trie import NameTrie, name_starts, trie_kept
from khabar.knowledge.name_grammar import name_grammar
from khabar.knowledge.name_words import (
    GroupHead,
    NameHead,
    State,
    Title,
    group_heads,
    organisation_heads,
    place_heads,
    portfolios,
    titles,
)
from khabar.language.normalise import fold, key
from khabar.values.grammar import Number


@cache
def folded_class(word_class: str) -> frozenset[str]:
    """One class of name grammar in folded form."""
    return frozenset(fold(word) for word in name_grammar(word_class))


def cut_before(word_class: str, form: str) -> int | None:
    """Letters of attached particles before a word of a class; None: the form holds none."""
    words = folded_class(word_class)
    return next((cut for cut, rest in name_starts(form) if rest in words), None)


@cache
def title_trie() -> NameTrie[tuple[Title, Number, State]]:
    """Every form of every title."""
    return trie_kept("titles", lambda: ((f.text, (t, f.number, f.state)) for t in titles() for f in t.forms))


@cache
def head_trie() -> NameTrie[tuple[NameHead, Number, State]]:
    """Every form of every noun that opens the name of a body, a medium, a government or a place."""
    return trie_kept(
        "heads",
        lambda: ((f.text, (h, f.number, f.state)) for h in (*organisation_heads(), *place_heads()) for f in h.forms),
    )


@cache
def group_trie() -> NameTrie[tuple[GroupHead, Number, State]]:
    """Every form of every head, quantifier and modifier of unnamed sources."""
    return trie_kept("groups", lambda: ((f.text, (g, f.number, f.state)) for g in group_heads() for f in g.forms))


@cache
def portfolio_keys() -> frozenset[str]:
    """First words of what ministries are named after, with and without the article, as keys."""
    firsts = [key(portfolio).split()[0] for portfolio in portfolios()]
    return frozenset(firsts) | frozenset(word.removeprefix("ال") for word in firsts)


def opens_listed(keys: Sequence[str], at: int) -> bool:
    """Whether a title, the head of a body's name or of a group begins at this word."""
    return any(trie.at(keys, at) for trie in (title_trie(), head_trie(), group_trie()))
