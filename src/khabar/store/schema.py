"""The tables of an archive, form after form; opening brings an archive of an older form up to the newest."""

from collections.abc import Iterable, Iterator

from khabar.store.forms.kept import ACTS, CORRECTIONS, DIFFERENCES, FIRST, SEALS, UNWEIGHED
from khabar.store.forms.marks import KIN, MARKS, NO_PERIODS
from khabar.store.forms.memory import BEARING, MEMORY
from khabar.store.search.words import NAMED

# Stands in the file's head, so that `file` and we can tell an archive from any other SQLite database ("KHBR").
APPLICATION_ID = 0x4B484252

# The script at place n brings an archive of form n to form n + 1. A script, once published, is never changed.
# `NAMED` tells who is named in which sentence.
FORMS: tuple[str, ...] = (
    FIRST,
    UNWEIGHED,
    DIFFERENCES,
    CORRECTIONS,
    NAMED,
    MARKS,
    MEMORY,
    ACTS,
    BEARING,
    SEALS,
    KIN,
    NO_PERIODS,
)


def statements_in(scripts: Iterable[str]) -> Iterator[str]:
    """The statements of some of the scripts, one after the other."""
    for script in scripts:
        yield from filter(None, map(str.strip, script.split(";")))
