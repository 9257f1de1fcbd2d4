"""The server in figures, for programs that watch many servers (OpenMetrics). No figure tells what was asked for."""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.openmetrics.exposition import generate_latest
from prometheus_client.registry import Collector

from khabar import __version__
from khabar.errors import KhabarError
from khabar.shells.listening import App, Scope
from khabar.shells.shelves import Shelves
from khabar.shells.web.watched import Answered, Watched

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)  # bounds of the histogram
_METHODS = frozenset({"GET", "HEAD", "POST"})
_FAILED = 500
_OTHER = "other"  # in place of what a stranger may write in any number of ways


class Figures:
    """What is counted of one server. `kinds` are the words of addresses that name a kind of page."""

    def __init__(self, shelves: Shelves, kinds: frozenset[str]) -> None:
        self._kinds = kinds
        self._registry = counted = CollectorRegistry()
        self._requests = Counter(
            "khabar_requests", "Requests that were answered.", ("view", "method", "status"), registry=counted
        )
        self._seconds = Histogram(
            "khabar_request_seconds", "How long they took.", ("view",), buckets=_SECONDS, registry=counted
        )
        self.open = Gauge("khabar_open_requests", "Requests that are being answered.", registry=counted)
        version = Gauge("khabar_build_info", "Which version answers.", ("version",), registry=counted)
        version.labels(__version__).set(1)
        ProcessCollector(registry=counted)
        counted.register(_Archive(shelves))

    def count(self, scope: Scope, answered: Answered) -> None:
        """One more request; what got no answer is a fault of ours."""
        view, method = self._view(scope["path"]), scope["method"]
        status = answered.status or _FAILED
        self._requests.labels(view, method if method in _METHODS else _OTHER, str(status)).inc()
        self._seconds.labels(view).observe(answered.seconds)

    def told(self) -> bytes:
        """All of them, in OpenMetrics' text."""
        told: bytes = generate_latest(self._registry)  # type: ignore[no-untyped-call]
        return told

    def _view(self, path: str) -> str:
        """The words of the address that name a kind of page, without language, version or anybody's name."""
        first, _, rest = path.strip("/").partition("/")
        kind = rest.removeprefix("v1").strip("/").partition("/")[0] or "start"
        if first == "static":
            return first
        named = kind if kind in self._kinds or kind == "start" else _OTHER
        return f"api/{named}" if first == "api" else named


def metered(app: App, figures: Figures) -> App:
    """The application with each request counted and timed, those that are refused too."""
    return Watched(app, figures.count, during=figures.open.track_inprogress)


class _Archive(Collector):
    """What the archive holds, counted when the figures are asked for."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves

    def collect(self) -> Iterator[Metric]:
        """The gauges; only that it cannot be read, if it cannot."""
        try:
            held = self._shelves.archive().holdings(newest=0)
        except KhabarError:
            yield GaugeMetricFamily("khabar_archive_readable", "Whether the archive can be read.", value=0)
            return
        yield GaugeMetricFamily("khabar_archive_readable", "Whether the archive can be read.", value=1)
        for name, number, told in (
            ("reports", held.reports, "Reports in the archive."),
            ("claims", held.claims, "Claims that were concluded."),
            ("stories", held.stories, "Stories that were found."),
            ("unreadable", held.unreadable, "What was set aside with a reason."),
            ("unweighed", held.unweighed, "Reports that no conclusion rests on yet."),
        ):
            yield GaugeMetricFamily(f"khabar_archive_{name}", told, value=number)
