"""Words by which somebody takes back what he told: he withdraws his news, or calls untrue what he had announced."""

from collections.abc import Iterator, Sequence

from khabar.language.analysis import Range
from khabar.resolution.phrases import phrases_for

_TO_ITEM = 12  # tokens from 'withdraws' to the news: who does it, when and from where may stand between
_TELLING = 2  # words: 'what it-announced'


def withdrawal_in(forms: Sequence[str]) -> Range | None:
    """Where among words somebody takes back news, and where the news is named; None: nobody does."""
    for at in phrases_for("withdraws").places_in(forms):
        if items := phrases_for("news-item").places_in(forms[at + 1 : at + 1 + _TO_ITEM]):
            return at, at + 1 + items[0]
    return None


def own_words_in(forms: Sequence[str], cue: str) -> Iterator[int]:
    """Where a subject would stand behind 'what he announced', if that is told in the gender of a verb of saying."""
    for at in phrases_for("own-telling").places_in(forms):
        verb = forms[at + 1].removesuffix("ها").removesuffix("ه")
        if _is_feminine(cue) == _is_feminine(verb):
            yield at + _TELLING


def _is_feminine(verb: str) -> bool:
    return verb.endswith("ت") or verb.removeprefix("و").startswith("ت")
