"""The forms of the tokens of one text, asked for by where they stand."""

from collections.abc import Callable, Iterable


def by_place(forms: Iterable[str]) -> Callable[[int], str]:
    """The form at each place; empty beyond either end.

    Rules look at a word's neighbours some thousand times in a report: a lookup answers without a call of Python.
    """
    return _NothingBeyond(enumerate(forms)).__getitem__


class _NothingBeyond(dict[int, str]):
    def __missing__(self, place: int) -> str:
        return ""
