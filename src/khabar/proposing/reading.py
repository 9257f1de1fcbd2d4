"""A report read by a language model: what it proposes and the words bear out, made a reading like any other."""

from collections.abc import Iterator
from hashlib import sha256

from khabar.errors import NoAnswer
from khabar.extraction.relevance import entities_that_matter
from khabar.language.analysis import analyse
from khabar.language.times import timexes_in
from khabar.proposing.binding import Bound, Ground
from khabar.proposing.happenings import happenings_in
from khabar.proposing.known import KnownNames
from khabar.proposing.ledger import Ledger
from khabar.proposing.model import Json, Model
from khabar.proposing.objects import object_in
from khabar.proposing.parties import parties_in
from khabar.proposing.prompt import fingerprint, question_about
from khabar.proposing.sayings import sayings_in
from khabar.proposing.standing import Standing
from khabar.proposing.windows import Window, halves, windows_of
from khabar.reports.body import body_in
from khabar.reports.tongue import language_of
from khabar.values.reading import MODEL, Reading
from khabar.values.report import Report
from khabar.versions import Reader, reader

WINDOW = 6000  # characters that are asked about at once: with question and answer some 9,000 tokens
_HALVED = 2  # times that a window is cut in two whose answer was cut off
_LANGUAGE = "ar"  # that the prompt speaks of


class ModelReader:
    """Reads with one model, and keeps the ledger of it."""

    def __init__(self, model: Model, name: str, window: int = WINDOW, *, why: bool = False) -> None:
        self.ledger = Ledger()
        self._model = model
        self._name = name
        self._window = window
        self._why = why

    def as_reader(self) -> Reader:
        """The same as whoever wires stages takes it. It keeps a ledger, so that only this process may read."""
        return Reader(self.version, self.read, shared=False)

    @property
    def version(self) -> str:
        """Of the model, of what it is told, and of the knowledge that its proposals are held against."""
        told = sha256(f"{fingerprint()} {self._window}".encode()).hexdigest()[:12]
        return f"{MODEL}{self._name} {reader()}+{told}"

    def read(self, report: Report) -> Reading:
        """All that the model proposes and the words bear out; raises CannotAsk, and NoAnswer if a part has none."""
        language = language_of(report.text)
        if language != _LANGUAGE:
            why = f"the language model is asked about Arabic alone, and this is another language ({language})"
            return Reading(report.id, self.version, language, unread=why)
        body = body_in(report.text, report.title)
        analysed = analyse(report.text, body)
        times = tuple(
            timex
            for timex in timexes_in(analysed.evened, report.published)
            if any(stretch.covers(timex.span) for stretch in body)
        )
        bound = Bound(Ground(analysed, times, KnownNames(analysed), f"{MODEL}{self._name}"), why=self._why)
        for window, given in self._answers(windows_of(analysed, self._window), report):
            self._check(window, given, bound)
        entities, attributions, events = bound.items()
        entities = entities_that_matter(entities, attributions, events)
        return Reading(report.id, self.version, language, body, entities, times, attributions, events)

    def _check(self, window: Window, given: Json, bound: Bound) -> None:
        """Adds what holds of one window's proposals."""
        account = self.ledger.account
        standing = Standing.of(window.text, window.span)
        parties = parties_in(given, standing, account)
        sayings = sayings_in(given, window, standing, parties, account)
        bound.add(parties, sayings, happenings_in(given, window, standing, parties, account))

    def _answers(self, windows: Iterator[Window], report: Report) -> Iterator[tuple[Window, Json]]:
        for window in windows:
            yield from self._answered(window, report, _HALVED)

    def _answered(self, window: Window, report: Report, more: int) -> Iterator[tuple[Window, Json]]:
        """The window with its answer, or its halves with theirs; raises NoAnswer."""
        answer = self._model.answer(question_about(window, report, self._window))
        self.ledger.add(answer)
        found = None if answer.cut else object_in(answer.words)
        if found is not None:
            yield window, found
        elif answer.cut and more and len(window.sentences) > 1:
            for half in halves(window):
                yield from self._answered(half, report, more - 1)
        else:
            why = "was cut off at its longest" if answer.cut else "is no JSON object of the form that was asked for"
            raise NoAnswer(f"the language model's answer {why}")
