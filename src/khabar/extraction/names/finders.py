"""What the finders of people, bodies and groups share: the known names and nationalities already found, by token."""

from collections import defaultdict
from collections.abc import Iterable

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class
from khabar.extraction.names.gazetteer import known_by_id
from khabar.extraction.names.words import Words, is_definite, is_function_word
from khabar.language.normalise import key
from khabar.values.entity import Kind

_LAM_OF_ITS_OWN = ("أل", "إل")  # no article is written so
_RELATION = ("ي", "ية", "يين", "يون", "يتين", "يات")


class Ground:
    """The words of a text, with the known names and adjectives of nationality that begin at each."""

    def __init__(self, words: Words, names: dict[int, Candidate], nationalities: dict[int, Candidate]) -> None:
        self.words, self.names, self.nationalities = words, names, nationalities
        # the known people that the text names in full, by the words that stand for them alone
        self.shorts = _shorts(names.values())

    def plain_name(self, at: int) -> Candidate | None:
        """The known name that begins at this word with no particle attached to it."""
        found = self.names.get(at)
        return found if found and found.start == self.words.tokens[at].start else None

    def adjoining(self, at: int) -> bool:
        """Whether there is a word here that nothing but blanks parts from the one before."""
        return self.words.is_word(at) and self.words.touches(at)

    def relational(self, at: int) -> bool:
        """Whether a definite adjective of relation, or one that belongs to names of bodies, stands here."""
        form, name = self.words.form(at), self.names.get(at)
        if form in folded_class("time_word") or form in folded_class("no_relation") or not form.startswith("ال"):
            return False
        if (name and name.kind is Kind.PERSON) or self._written(at).startswith(_LAM_OF_ITS_OWN):
            return False  # 'أليكسي' only seems to have the article
        return form in folded_class("body_adjective") or (form.endswith(_RELATION) and len(form) > 4)

    def _written(self, at: int) -> str:
        return self.words.tokens[at].written(self.words.analysed.text)

    def definite_noun(self, at: int) -> bool:
        """Whether a definite word stands here that is neither a day nor of a closed class."""
        form = self.words.form(at)
        return (
            form.startswith("ال")
            and is_definite(form)
            and form not in folded_class("time_word")
            and not is_function_word(form)
        )


def ground(words: Words, names: Iterable[Candidate], nationalities: Iterable[Candidate]) -> Ground:
    """Index what was found by its first token."""
    return Ground(words, {c.first: c for c in names}, {c.first: c for c in nationalities})


def _shorts(names: Iterable[Candidate]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.kind is Kind.PERSON and name.known and name.last - name.first > 1:
            for short in known_by_id()[name.known[0]].short:
                found[key(short)].add(name.known[0])
    return {short: frozenset(people) for short, people in found.items()}
