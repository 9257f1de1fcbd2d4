"""Families of words: a noun with its plurals and its feminine, and the verb of the same act where there is one.

An entry of `ar/families_*.yaml` gives `words`, one a line: singular, plurals, feminine; a sound masculine plural
stands in its form in ون. Where it has a verb, `lemma`, `root` and `form` are those of the other lexicons. `apart`: a
verb of the same letters means something else. `never`: words that look like one of its forms and hardly ever are one.
`counterexamples` hold nearly the same letters and must not be found.
"""

from functools import cache

from khabar.knowledge.files import Entry, entries, files_in

_FILES = "ar/families_"


def family_files() -> tuple[str, ...]:
    """The files of the families, one a theme."""
    return tuple(file for file in files_in("ar") if file.startswith(_FILES))


@cache
def family_entries() -> tuple[Entry, ...]:
    """Every entry of every theme, in the order of the files."""
    return tuple(entry for file in family_files() for entry in entries(file))
