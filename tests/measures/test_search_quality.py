"""Search is held against sentences that a person judged; the floors hold for both halves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from khabar.builds import build
from khabar.measures.search_quality import Judged, judged_in, mean, measured, quality
from khabar.reports.intake import reports_in
from khabar.store.archive import Archive

ROOT = Path(__file__).parents[2]
TEXTS = (ROOT / "demo" / "reports", *sorted((ROOT / "tests" / "corpus").glob("*.json")))
QUERIES = judged_in(Path(__file__).parent / "judged_queries.yaml")
FLOORS = {"tuning": (0.97, 0.98, 0.96), "kept": (0.95, 0.95, 0.94)}  # recall, precision, nDCG@10


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.to_write(tmp_path_factory.mktemp("search") / "judged.khabar") as opened:
        build(opened, reports_in(TEXTS), 1)
        yield opened


def test_every_judged_sentence_is_there(archive: Archive) -> None:
    for judged in QUERIES:
        for report, begins in judged.answers:
            assert begins in archive.report(report).text.replace("\n", " ")


@pytest.mark.parametrize("half", FLOORS)
def test_search_reaches_its_floors(archive: Archive, half: str) -> None:
    queries = [judged for judged in QUERIES if judged.half == half]
    assert len(queries) == 20
    found = mean(each for _, each in measured(archive, queries))
    reached = (found.recall, found.precision, found.ndcg)
    assert all(share >= floor for share, floor in zip(reached, FLOORS[half], strict=True)), reached


def test_the_same_question_has_the_same_answer(archive: Archive) -> None:
    for judged in QUERIES[:5]:
        assert archive.sentences_with(judged.query) == archive.sentences_with(judged.query)


def test_what_is_not_found_costs_recall_and_what_is_wrong_precision(archive: Archive) -> None:
    judged = Judged("هدنة", "tuning", {("sudan-truce", "الجيش السوداني ينفي موافقته"): 2, ("none", "لا شيء"): 1})
    ((_, found),) = measured(archive, [judged])
    assert found.recall == 0.5
    assert 0 < found.precision < 1
    assert quality(judged, ()).ndcg == 0
