"""Imported by the process that workers are forked from: the knowledge is loaded once, and all of them share it."""

import hashlib
import signal

from khabar.engine import read
from khabar.store.written import Writing
from khabar.values.report import Report
from khabar.workers.settling import settle

# A sentence that needs every part of the knowledge: a saying, names, an event, goods, a number, a date.
_SENTENCE = (
    "وقال وزير الخارجية الروسي سيرغي لافروف، وفق وكالة رويترز، "
    "إن بلاده لم ترسل 12 ألف طن من النفط إلى السودان في يونيو 2024."
)


def _load() -> None:
    # Until a worker itself says so, a key that stops the whole group of processes must not make it complain.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Writing(read)(Report("", _SENTENCE, hashlib.sha256(_SENTENCE.encode()).hexdigest()))
    settle()  # what is never looked through again stays shared


_load()
