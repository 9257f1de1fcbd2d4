"""Nothing is left untranslated, and the catalogues hold just what the pages say."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from khabar.knowledge.actors import persons
from khabar.knowledge.goods import goods_words
from khabar.knowledge.measures import Way, measures
from khabar.shells.web.languages import Language, catalogue_file, has_label
from khabar.values.claim import PositionStance, Verdict
from khabar.values.contradiction import Bearing, Differing
from khabar.values.correction import Corrected, Ruling
from khabar.values.entity import Kind
from khabar.values.event import EventType, GoodsCategory, Status
from khabar.values.exchange import Means, Stage
from khabar.values.judgement import Judged
from khabar.values.lineage import CopyKind
from khabar.values.quad import Quad
from khabar.values.why import Part
from khabar.views.labels import labels

WEB = Path(__file__).parents[3] / "src" / "khabar" / "shells" / "web"
KINDS = {
    "verdict": Verdict,
    "verdict_meaning": Verdict,
    "side": PositionStance,
    "stance": PositionStance,
    "status": Status,
    "status_meaning": Status,
    "type": EventType,
    "kind": Kind,
    "goods": GoodsCategory,
    "stage": Stage,
    "differing": Differing,
    "bearing": Bearing,
    "copy_kind": CopyKind,
    "quad": Quad,
    "part": Part,
    "ruling": Ruling,
    "corrected": Corrected,
    "judged": Judged,
    "unit": sorted({one.unit for one in goods_words() if one.unit}),
    "bound": (">", ">=", "<", "<=", "~"),
    "kin": sorted({relation for person in persons() for relation, _ in person.kin}),
    "regime": sorted({measure.regime for measure in measures()}),
    "place_in_law": sorted({measure.issuer for measure in measures()}),
    "way": Way,
    "means": Means,
    "per": sorted({measure.cap.per for measure in measures() if measure.cap}),
    "reason": tuple(one.label for one in labels() if one.kind == "reason"),
}
OPTIONS = {"extensions": "jinja2.ext.i18n", "newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "text": None, "ugettext": None}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", KINDS)
def test_every_value_has_words_in_both_languages(language: Language, kind: str) -> None:
    assert [value for value in KINDS[kind] if not has_label(language, kind, value)] == []


def test_every_sentence_of_the_pages_has_its_arabic() -> None:
    with catalogue_file(Language.AR).open("rb") as file:
        catalogue = read_po(file, locale="ar")
    missing = []
    for message, context in _said():
        found = catalogue.get(message, context)
        if found is None or not (all(found.string[1:]) if isinstance(found.string, tuple) else found.string):
            missing.append(message)
    assert missing == []


def test_the_catalogues_hold_no_sentence_that_no_page_says() -> None:
    said = {message for message, _ in _said()}
    for language in Language:
        with catalogue_file(language).open("rb") as file:
            kept = [m for m in read_po(file, locale=language) if m.id and m.context not in KINDS]
        plain = [m.id[0] if isinstance(m.id, tuple) else m.id for m in kept if m.context not in MADE]
        assert [one for one in plain if one not in said] == []


MADE = frozenset({"cap", "differing_value", "between names"})  # contexts whose values no list holds


def _said() -> Iterator[tuple[str, str | None]]:
    for path in sorted(WEB.rglob("*.jinja")) + sorted(WEB.rglob("*.py")):
        method = "jinja2.ext:babel_extract" if path.suffix == ".jinja" else "python"
        options = OPTIONS if path.suffix == ".jinja" else {}
        for _, message, _, context in extract_from_file(method, path, keywords=KEYWORDS, options=options):
            first = message[0] if isinstance(message, tuple) else message
            if first:
                yield first, context
