"""Sayings with no cue: what a headline sets after a colon, and quotations that stand alone."""

from collections.abc import Iterator

from khabar.extraction.attributions.classes import folded
from khabar.extraction.attributions.headlines import own_colon, part_begins
from khabar.extraction.attributions.saying import Saying
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.source import Source
from khabar.extraction.attributions.stances import rejects_a_saying
from khabar.extraction.attributions.subjects import SPEAKS, joined
from khabar.extraction.references import Reference
from khabar.knowledge.geography import country_by_id
from khabar.language.analysis import Range
from khabar.language.conjugation import Tense
from khabar.language.normalise import key
from khabar.values.attribution import Stance
from khabar.values.entity import Kind
from khabar.values.why import SayingRule, SourceRule, StanceRule

_IN = "في"
_NAME = 4  # tokens of a medium's name
_HEADLINE = 20  # tokens of a headline before its last part
_PARTS = frozenset({"..", "…", "؟"})  # between the parts of a headline
_HEADING = 10  # tokens before the colon of a headline
_SHORT_SPEECH = 5  # tokens: a shorter quotation with no cue is a label or a name


def headings(scene: Scene) -> Iterator[Saying]:
    """'X: …' at the head of a line, no verb of saying before the colon."""
    parts = {n: part for n, (a, b) in enumerate(scene.analysed.paragraphs) if (part := _parts(scene, a, b))}
    for number, found in parts.items():
        if any({first, first + 1, first + 2} <= parts.keys() for first in range(number - 2, number + 1)):
            continue  # three in a row are a list of names with glosses
        for begin, colon in found:
            source = _source(scene, begin, colon)
            near = source is not None and (source.end >= colon - 2 or _about_what(scene, source, colon))
            if source and near and not _tells_where(scene, begin, colon):
                content = _content(scene, colon)
                stance = Stance.DENIES if rejects_a_saying(scene, content) else Stance.ASSERTS
                by = StanceRule.REJECTS if stance is Stance.DENIES else StanceRule.PLAIN
                yield Saying(None, content, source, stance, SayingRule.HEADING, at=colon, stance_by=by)


def _parts(scene: Scene, first: int, last: int) -> tuple[Range, ...]:
    """Where the parts of a line begin that have a colon, and the colon: 'موسكو تعطل القرار.. [وسيول: …]'."""
    near = range(first + 1, min(last, first + _HEADLINE))
    begins = [i + 1 if scene.form(i) in _PARTS else i for i in near if scene.form(i) in _PARTS or own_colon(scene, i)]
    found: dict[int, int] = {}
    for begin in (first, *begins):
        colon = _colon(scene, begin, last)
        if colon is not None:
            found[colon] = begin  # the nearest before the colon
    return tuple((begin, colon) for colon, begin in found.items())


def _about_what(scene: Scene, source: Source, colon: int) -> bool:
    """'وزير عراقي عن أزمة المياه: …', 'سالم ردا على الانتقادات: …': of what somebody speaks, or where he does."""
    speaks = scene.referents.by_id[source.link[0]].kind in (Kind.PERSON, Kind.GROUP)
    led = scene.form(source.end) in folded("speaks_of") and source.end < colon
    host = scene.referents.at(colon - 1) if scene.form(source.end) == _IN else None
    if host is not None and host.last == colon and scene.entity(host).kind is Kind.PERSON:
        return False  # 'سالم في ضيافة حداد: …': who visits somebody says nothing yet
    return speaks and led and not any(scene.form(at) in {"،", *_PARTS} for at in range(source.end, colon))


def _tells_where(scene: Scene, begin: int, colon: int) -> bool:
    """'مالي: المعارضة تطالب بانتخابات': a country by its own name, and behind it who says what there."""
    land, subject = scene.referents.at(begin), scene.referents.at(colon + 1)
    if land is None or land.last != colon or not _by_own_name(scene, land):
        return False
    if subject is None or subject.first != colon + 1 or scene.entity(subject).kind is Kind.COUNTRY:
        return False
    verb = scene.cue_at.get(subject.last)
    return verb is not None and verb.finite and verb.inflection.tense is Tense.PRESENT


def _by_own_name(scene: Scene, land: Reference) -> bool:
    """Whether a country stands there by its own name, not by that of the place where its government sits."""
    entity = scene.entity(land)
    country = country_by_id(entity.known_as) if entity.kind is Kind.COUNTRY and entity.known_as else None
    written = key(scene.analysed.span(land.first, land.last).of(scene.analysed.text))
    return country is not None and written in {key(name) for name in country.names}


def _colon(scene: Scene, first: int, last: int) -> int | None:
    """The colon of a paragraph that no verb of saying stands before or after."""
    colon = next((i for i in range(first + 1, min(last, first + _HEADING)) if scene.form(i) == ":"), None)
    later = scene.form(first).startswith("و") and scene.form(first - 1) in _PARTS  # '.. [وموسكو: افتراء]'
    if colon is None or colon + 2 - later >= last or _own_saying(scene, colon + 1):
        return None
    said = any(i in scene.cue_at and scene.cue_at[i].finite for i in range(first, colon))
    opens_report = _is_dateline(scene, first, colon, last) or _is_byline(scene, first, colon, last)
    return None if said or opens_report else colon


def _is_dateline(scene: Scene, first: int, colon: int, last: int) -> bool:
    """'أنقرة: «الساحل اليوم»': a place, and a medium by its name in quotation marks that fills the line."""
    place, quote = scene.referents.at(first), scene.quote_after.get(colon + 1)
    if place is None or quote is None or quote.last - quote.first > _NAME:
        return False
    return _is_land(scene, place) and place.last == colon and quote.last + 1 >= last


def _is_byline(scene: Scene, first: int, colon: int, last: int) -> bool:
    """'أنقرة: كريم سالم': a place, and somebody's name that fills the line: who reports from there."""
    place, writer = scene.referents.at(first), scene.referents.at(colon + 1)
    if place is None or writer is None or not _is_land(scene, place) or place.last != colon:
        return False
    return writer.last >= last and scene.entity(writer).kind is Kind.PERSON


def _is_land(scene: Scene, reference: Reference) -> bool:
    return scene.entity(reference).kind in (Kind.PLACE, Kind.COUNTRY)


def _own_saying(scene: Scene, at: int) -> bool:
    """Whether after the colon of a dateline a saying with its own verb begins: not 'سالم: [سنرد] على الهجوم'."""
    cue = scene.cue_at.get(at)
    return cue is not None and cue.finite and cue.inflection.person != 1


def _source(scene: Scene, begin: int, end: int) -> Source | None:
    """The source that a headline sets before a colon."""
    if scene.form(begin) == "(":
        begin = next((at + 1 for at in range(begin, end) if scene.form(at) == ")"), begin)  # '[(عاجل)] سالم: …'
    references: Iterator[Reference] = (
        r for r in scene.referents.between(begin, end) if r.how in SPEAKS and not r.particle.endswith(("ب", "ل"))
    )
    first = next(references, None)
    if first is None or scene.is_bare_place(first):
        return None  # 'ذي قار: قتيلان في احتجاجات'
    if any(scene.analysed.tokens[at].kind == "word" for at in range(begin, first.first)):
        return None  # 'كأس [العالم]: …'
    link, last = joined(scene, first, end)
    addressed = scene.referents.at(last)
    if addressed is not None and addressed.particle == "ل" and scene.is_medium(addressed):
        return Source(link, (addressed.entities,), addressed.last, SourceRule.HEADING)  # 'مصدر لرويترز: …'
    return Source(link, (), last, SourceRule.HEADING)


def _content(scene: Scene, colon: int) -> Range:
    """What stands after the colon of a headline: the quotation, or the rest of the sentence."""
    quote = scene.quote_after.get(colon + 1)
    sentence_end = scene.analysed.sentence_at(colon + 1)[1]
    end = next((i for i in range(colon + 2, sentence_end) if part_begins(scene, i, nominal=False)), sentence_end)
    if quote and quote.last >= end - 2:
        return quote.first, quote.last
    while end > colon + 2 and scene.form(end - 1) in {".", "..", "…"}:
        end -= 1
    return colon + 1, end


def bare_quotations(scene: Scene, found: list[Saying]) -> Iterator[Saying]:
    """Quotations that open a paragraph or follow another one, with no cue: the speaker before goes on."""
    spoken = {at for s in found for at in range(*s.content)}
    for quote in scene.analysed.quotes:
        if quote.depth or quote.last - quote.first < _SHORT_SPEECH:
            continue
        if not spoken.isdisjoint(range(quote.first, quote.last)):
            continue
        begin, _ = scene.analysed.sentence_at(quote.first)
        if quote.first - begin <= 1:
            yield Saying(None, (quote.first, quote.last), None, Stance.ASSERTS, SayingRule.QUOTATION, at=quote.first)
