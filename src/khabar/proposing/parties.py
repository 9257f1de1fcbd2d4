"""Who a model says is named in a window, held against the words there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khabar.proposing.fields import list_of, proposals, value_of, words_of
from khabar.proposing.model import Json
from khabar.proposing.refusals import Account, Refusal, Refused
from khabar.proposing.standing import Standing
from khabar.values.entity import Kind
from khabar.values.span import Span

_NAMES = 30  # of one thing
_LONGEST = 120  # characters of a name: what is longer is a clause


@dataclass(frozen=True, slots=True)
class Party:
    """One thing that is named, wherever its names stand in the window."""

    kind: Kind
    mentions: tuple[Span, ...]  # in order, one at least

    def stands_in(self, stretch: Span) -> bool:
        """Whether one of its names stands there."""
        return any(stretch.covers(span) for span in self.mentions)

    def is_named_before(self, offset: int) -> bool:
        """Whether one of its names stands before that place."""
        return self.mentions[0].start < offset


Parties = Mapping[str, Party]  # by the ids that the model gave them


def parties_in(given: Json, standing: Standing, account: Account) -> Parties:
    """Those with a name that stands in the window, by the model's ids. The longest names take their places first."""
    kinds: dict[str, Kind] = {}
    forms: list[tuple[str, str]] = []
    for one in proposals(given, "entities", account):
        try:
            own_id = words_of(one, "id")
            if own_id in kinds:
                raise Refused(Refusal.TWICE)
            kind, names = value_of(one, "kind", Kind), list_of(one, "mentions")
            if not names:
                raise Refused(Refusal.WORDS)
        except Refused as refused:
            account.refused[refused.why] += 1
        else:
            kinds[own_id] = kind
            forms += [(name, own_id) for name in names[:_NAMES]]
            account.proposed += len(names) - 1
            account.refused[Refusal.MANY] += max(0, len(names) - _NAMES)
    found = _placed(forms, standing, account)
    return {own_id: Party(kind, tuple(sorted(found[own_id]))) for own_id, kind in kinds.items() if own_id in found}


def _placed(forms: list[tuple[str, str]], standing: Standing, account: Account) -> dict[str, list[Span]]:
    taken: list[Span] = []
    found: dict[str, list[Span]] = {}
    for name, own_id in sorted(forms, key=lambda form: -len(form[0])):
        places = standing.found(name) if len(name) <= _LONGEST else ()
        free = [span for span in places if not any(span.overlaps(other) for other in taken)]
        if free:
            taken += free
            found.setdefault(own_id, []).extend(free)
        elif len(name) > _LONGEST:
            account.refused[Refusal.LONG] += 1
        elif not places:
            account.refused[Refusal.WORDS] += 1
        elif not _inside_own(places, found.get(own_id, ())):
            account.refused[Refusal.TWICE] += 1
    return found


def _inside_own(places: Iterable[Span], own: Iterable[Span]) -> bool:
    """Whether these are only parts of the thing's own longer names."""
    return any(span.covers(place) for place in places for span in own)
