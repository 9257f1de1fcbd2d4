"""An English text as its grammar looks at it: forms in small letters, capitals, possessives."""

import re
from dataclasses import dataclass
from functools import cached_property

from khabar.language.analysis import AnalysedText, Range

_CAPITAL = re.compile(r"(?:[a-z]{2,3}-)?[^\W\d_a-z]")
_POSSESSIVE = ("'s", "’s")


@dataclass(frozen=True)
class EnglishText:
    """The tokens of an analysed text by what they look like."""

    analysed: AnalysedText

    @cached_property
    def written(self) -> tuple[str, ...]:
        """Each token as it stands there, without the possessive."""
        return tuple(bare(token.span.of(self.analysed.text)) for token in self.analysed.tokens)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Each token in small letters, with straight apostrophes and without the possessive."""
        return tuple(form_of(word) for word in self.written)

    @cached_property
    def owning(self) -> frozenset[int]:
        """The tokens with a possessive: 'Egypt's', 'the officials''."""
        text, tokens = self.analysed.text, self.analysed.tokens
        ends = {at for at, token in enumerate(tokens) if token.span.of(text).endswith(_POSSESSIVE)}
        return frozenset(ends | {at - 1 for at in range(1, len(tokens)) if self._is_bare_possessive(at)})

    def _is_bare_possessive(self, at: int) -> bool:
        before, mark = self.analysed.tokens[at - 1], self.analysed.tokens[at]
        return self.forms[at] in ("'", "’") and before.end == mark.start and self.forms[at - 1].endswith("s")

    def capital(self, at: int) -> bool:
        """Whether a token begins with a capital letter, the article of a name aside: al-Masri."""
        return 0 <= at < len(self.written) and _CAPITAL.match(self.written[at]) is not None

    def form(self, at: int) -> str:
        """The form of a token; empty beyond either end."""
        return self.forms[at] if 0 <= at < len(self.forms) else ""

    def is_word(self, at: int) -> bool:
        """Whether a token is a word."""
        return 0 <= at < len(self.forms) and self.analysed.tokens[at].kind == "word"

    def touching(self, at: int) -> bool:
        """Whether no blank stands between a token and the one before it."""
        return at > 0 and self.analysed.tokens[at - 1].end == self.analysed.tokens[at].start

    def sentence(self, at: int) -> Range:
        """The sentence that a token stands in."""
        return self.analysed.sentence_at(at)

    def opens_sentence(self, at: int) -> bool:
        """Whether no word of its sentence stands before a token."""
        return not any(self.is_word(i) for i in range(self.sentence(at)[0], at))


def bare(word: str) -> str:
    """A word without its possessive."""
    return word[:-2] if word.endswith(_POSSESSIVE) else word


def form_of(word: str) -> str:
    """A word in small letters, with straight apostrophes."""
    return word.lower().replace("’", "'")
