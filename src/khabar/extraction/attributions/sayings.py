"""Acts of saying, each with its cue, source and content, before they are nested."""

from collections.abc import Iterator
from dataclasses import dataclass

from khabar.extraction.attributions.classes import folded, opens
from khabar.extraction.attributions.contents import (
    Marker,
    content_from,
    folded_time_words,
    interrupts,
    marker_after,
    object_marker,
    to_say,
)
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.sources import (
    Source,
    any_source,
    heading_source,
    kind_of,
    says_itself,
    source_after,
    source_before,
)
from khabar.extraction.names.words import is_function_word
from khabar.knowledge.speech import OBJECT, CuePos
from khabar.language.analysis import Range
from khabar.language.conjugation import Number, Tense
from khabar.language.normalise import fold
from khabar.values.attribution import Stance
from khabar.values.entity import Kind

_HEADING = 10  # tokens before the colon of a headline
_DATELINE = 12  # tokens: 'بغداد (رويترز) –'
_NOUN_REACH = 9  # tokens between a noun of saying and its أن
_NOUN_NEAR = 2  # tokens between it or its speaker and a bare أن, which may depend on another word
_CLITICS = frozenset("بلك")
_DASHES = frozenset({"-", "–", "—", "--"})
_SHORT_SPEECH = 5  # tokens: a shorter quotation with no cue is a label or a name


@dataclass(frozen=True, slots=True)
class Saying:
    """One act of saying; `source` None: the speaker before goes on."""

    cue: CueAt | None
    content: Range
    source: Source | None
    stance: Stance
    rule: str
    covers: bool = False  # the content was told without this source, which is given beside it
    at: int = 0  # token by which it is ordered


def sayings_in(scene: Scene) -> list[Saying]:
    """All sayings, in the order of their cues."""
    found = list(_headings(scene))
    taken = {s.content[0] for s in found}
    markers: set[int] = set()
    for cue in scene.cues:
        saying = _saying(scene, cue, markers)
        if saying and any(scene.analysed.tokens[i].kind != "mark" for i in range(*saying.content)):
            found.append(saying)
            taken.add(saying.content[0])
    found += _bare_quotations(scene, found)
    return sorted(found, key=lambda s: (s.at, s.content))


def _saying(scene: Scene, cue: CueAt, markers: set[int]) -> Saying | None:
    if cue.cue.label:
        return _label(scene, cue)
    if cue.covers:
        return _cover(scene, cue)
    if cue.cue.pos is CuePos.PHRASE and cue.cue.stance is Stance.DECLINES:
        return _declined(scene, cue)
    if cue.cue.mental and cue.proclitics[-1:] == ("س",):
        return None  # 'سيرون': what they will find is nothing they say
    if cue.finite and not cue.proclitics and scene.form(cue.first - 1) in folded("noun_prepositions"):
        return None  # 'على علم', 'من رد': the letters of a verb, but no verb follows a preposition
    if cue.finite or cue.circumstantial or cue.inflection.tense is Tense.PARTICLE:
        return _verbal(scene, cue, markers)
    return _nominal(scene, cue, markers)


def _verbal(scene: Scene, cue: CueAt, markers: set[int]) -> Saying | None:
    trailing = _trailing(scene, cue)
    if trailing:
        return trailing
    marker = marker_after(scene, cue)
    end = marker.at if marker else scene.analysed.sentence_at(cue.first)[1]
    source = None if cue.circumstantial else _source(scene, cue, end, marker)
    if marker is None or _object_first(scene, cue, source, marker):
        marker = _object(scene, cue, source)
        if marker is None:
            return _denied_before(scene, cue, source)
        if source:
            source = _source(scene, cue, marker.at, marker) or source
    if marker.at in markers:
        marker = _object(scene, cue, source)
    if marker is None or marker.at in markers or _impersonal(scene, cue, source):
        return None
    if marker.sort == "object" and source and source.end and _unknown_noun(scene, cue, marker):
        return None  # 'مؤشرات تؤكد تمويل إيران …': who is named stands in the genitive
    if source is None and (_unknown_subject(scene, cue, marker) or _plain_without_source(cue, marker)):
        return None
    markers.add(marker.at)
    content = content_from(scene, cue, marker)
    return Saying(cue, content, source, _stance(scene, cue, content), f"verb:{marker.sort}", at=cue.first)


def _plain_without_source(cue: CueAt, marker: Marker) -> bool:
    return cue.cue.also_plain and marker.sort in {"preposition", "object"}


def _unknown_subject(scene: Scene, cue: CueAt, marker: Marker) -> bool:
    """Whether a noun that is nobody known stands as the subject: then it is not the speaker before who goes on."""
    return cue.finite and not cue.cue.carries and _unknown_noun(scene, cue, marker)


def _unknown_noun(scene: Scene, cue: CueAt, marker: Marker) -> bool:
    at = cue.last
    if at >= marker.at or scene.analysed.tokens[at].kind != "word":
        return False
    form = scene.form(at)
    closed = folded("adverbs") | folded("wherein") | folded("prepositions") | folded_time_words()
    of_preposition = form[:1] in _CLITICS or {form[:-1], form[:-2]} & folded("prepositions")
    known = at in scene.cue_at or scene.referents.at(at) is not None
    return not (known or of_preposition or form in closed or is_function_word(form))


def _source(scene: Scene, cue: CueAt, end: int, marker: Marker | None) -> Source | None:
    if marker is None:
        end = min(end, cue.last + 12)
    return source_after(scene, cue, end) or source_before(scene, cue) or _in_a_statement(scene, cue, end)


def _in_a_statement(scene: Scene, cue: CueAt, end: int) -> Source | None:
    """'وجاء في بيان للوزارة أن': whose statement it is."""
    said_in = cue.cue.pos is CuePos.PHRASE or any(
        scene.cue_at[i].inflection.tense in (Tense.NOUN, Tense.PARTICLE)
        and folded("prepositions") & {scene.form(i), scene.form(i - 1)}
        for i in range(cue.last, end)
        if i in scene.cue_at
    )
    if not said_in or says_itself(scene, cue):
        return None
    whose = any_source(scene, cue.last, end)
    medium = whose is not None and kind_of(scene, whose.link[0]) is Kind.MEDIA
    return None if medium and cue.cue.pos is not CuePos.PHRASE else whose


def _denied_thing(scene: Scene, at: int, marker: int) -> bool:
    """Whether a noun stands right after the one who denies: 'نفى الكرملين صحة هذه التقارير …'."""
    form = scene.form(at)
    return marker - at > 1 and form[:1].isalpha() and form not in folded("prepositions") | folded("that")


def _denied_before(scene: Scene, cue: CueAt, source: Source | None) -> Saying | None:
    """'أنباء عن … والوزارة تنفي': what is denied stands before the one who denies it."""
    begin, end = scene.analysed.sentence_at(cue.first)
    if cue.cue.stance is not Stance.DENIES or source is None or source.end or end - cue.last > 1:
        return None
    speaker = scene.referents.at(cue.first - 1)
    if speaker is None or not speaker.particle.startswith("و") or speaker.first - begin < 3:
        return None
    return Saying(cue, (begin, speaker.first), source, Stance.DENIES, "verb:denied-before", covers=True, at=cue.first)


def _object_first(scene: Scene, cue: CueAt, source: Source | None, marker: Marker) -> bool:
    """Whether a bare object stands between the source and the marker: 'نفت الوزارة قول الشركة إنها …'."""
    if marker.sort != "that" or OBJECT not in cue.cue.content or cue.cue.weak_object or cue.cue.also_plain:
        return False
    after = max(source.end if source else 0, cue.last)
    if source and source.end and cue.cue.stance is Stance.DENIES and _denied_thing(scene, after, marker.at):
        return True
    if marker.at - after < 2 or scene.form(after) in folded("prepositions") or not scene.form(after)[:1].isalpha():
        return False
    other = scene.cue_at.get(after)
    return other is not None and not other.finite and not other.covers


def _object(scene: Scene, cue: CueAt, source: Source | None) -> Marker | None:
    if scene.form(cue.first - 1) in folded("bare_that"):
        return None  # 'قبل أن تعلن اللجنة قرارها': nothing was said yet
    rejects = cue.cue.stance is Stance.DENIES or cue.circumstantial
    if cue.finite and cue.enclitic:
        return None  # the pronoun is the object
    if OBJECT not in cue.cue.content or (cue.cue.also_plain and not rejects):
        return None
    if source is None:
        goes_on = cue.circumstantial or (cue.cue.stance is Stance.DENIES and _tells_something(scene, cue.last))
        goes_on = goes_on and not says_itself(scene, cue)
        return object_marker(scene, cue, cue.last) if goes_on else None
    marker = object_marker(scene, cue, max(source.end, cue.last))
    if marker and cue.cue.weak_object and not (source.end and _tells_something(scene, marker.begins)):
        return None
    return marker


def _tells_something(scene: Scene, at: int) -> bool:
    """Whether a bare object tells of a doing or a state: no name, nothing definite but a masdar with its pronoun."""
    form = scene.form(at)
    reference = scene.referents.at(at)
    if reference is not None and reference.how != "adjective":
        return False
    return form[:1].isalpha() and (not form.startswith("ال") or form in folded("that_thing"))


def _impersonal(scene: Scene, cue: CueAt, source: Source | None) -> bool:
    """'يذكر أن', 'يشار إلى أن': nobody's word but the report's own."""
    if source or cue.circumstantial or cue.cue.carries:
        return False
    told = cue.inflection
    if cue.cue.weak:
        return True
    return told.tense is Tense.PRESENT and told.number is Number.SINGULAR


def _trailing(scene: Scene, cue: CueAt) -> Saying | None:
    """'…، يقول الموقع.': a verb after its content."""
    begin, end = scene.analysed.sentence_at(cue.first)
    if scene.form(cue.first - 1) != "،" or cue.proclitics or cue.enclitic or cue.circumstantial or not cue.finite:
        return None
    if marker_after(scene, cue):
        return None
    source = source_after(scene, cue, end)
    if source is None or source.end < end - 1 and scene.form(source.end) not in {".", "،"}:
        return None
    if cue.first - 1 - begin < _SHORT_SPEECH:
        return None  # 'من جانب آخر، شدد …'
    content = (_clause_start(scene, cue, begin), cue.first - 1)
    return Saying(cue, content, source, cue.cue.stance, "verb:trailing", covers=True, at=cue.first)


def _cover(scene: Scene, cue: CueAt) -> Saying | None:
    """'بحسب X': the source of the clause that it stands in, or of the one that follows."""
    if cue.cue.weak or (cue.cue.takes_verb and not _verb_follows(scene, cue)) or _on_grounds(cue):
        return None
    begin, end = scene.analysed.sentence_at(cue.first)
    if cue.cue.takes_verb and cue.cue.also_plain and cue.first - begin <= 1:
        return None  # at the head of a sentence كما says 'also'
    reach = min(end, cue.last + 14)
    reach = next((i for i in range(cue.last + 1, reach) if _leaves_source(scene, cue, i)), reach)
    source = source_after(scene, cue, reach) or _of_statement(scene, cue, reach)
    if source is None:
        return None
    if cue.first - begin <= 1:
        return _initial_cover(scene, cue, source, end)
    if _inserted(scene, cue) or _covers_nothing(scene, cue, begin) or _same_source(scene, cue, begin):
        return None
    content = (_clause_start(scene, cue, begin), end if interrupts(scene, cue) else cue.first)
    stop = content[1]
    while stop > content[0] and scene.form(stop - 1) in {"،", "-", "–", "(", "؛", "."}:
        stop -= 1
    return Saying(cue, (content[0], stop), source, cue.cue.stance, "cover:trailing", covers=True, at=cue.first)


def _on_grounds(cue: CueAt) -> bool:
    """'استنادا إلى …': on what the speaker relies, closing what is said without saying it."""
    return cue.cue.mental and cue.covers


def _covers_nothing(scene: Scene, cue: CueAt, begin: int) -> bool:
    """Whether only another cover stands before: 'وبحسب مراسلنا نقلا عن مصادر'."""
    first = scene.cue_at.get(begin)
    return bool(first and first.covers) and not any(scene.form(at) == "،" for at in range(begin, cue.first))


def _same_source(scene: Scene, cue: CueAt, begin: int) -> bool:
    """'قال … حسب نفس المصدر': it is who speaks already."""
    if scene.form(cue.last) not in folded("same"):
        return False
    return any(at in scene.cue_at and scene.cue_at[at].finite for at in range(begin, cue.first))


def _leaves_source(scene: Scene, cue: CueAt, at: int) -> bool:
    """Whether the words of the source end here: at the main clause, or at a comma with no name in apposition."""
    if scene.form(at) in folded("so_that"):
        return True
    if scene.form(at) == "،":
        beside = scene.referents.at(at + 1)
        return beside is None or beside.how != "name"
    other = scene.cue_at.get(at)
    return other is not None and other.finite and at > cue.last + 1


def _of_statement(scene: Scene, cue: CueAt, reach: int) -> Source | None:
    """'بحسب بيان لمتحدثها': whom a preposition gives; not beside a verb, which has its subject ('لما قاله لصحيفة')."""
    verbs = [i for i in range(cue.last, min(reach, cue.last + 2)) if i in scene.cue_at and scene.cue_at[i].finite]
    relays = verbs and scene.form(verbs[0]) in folded("by_relay")
    return any_source(scene, cue.last, reach) if relays or not verbs else None


def _verb_follows(scene: Scene, cue: CueAt) -> bool:
    """Whether a verb of saying with no content of its own follows: 'كما أعلنت الوزارة', not 'كما أعلنت أن'."""
    at = cue.last + opens("before_verb", scene.analysed.tokens, cue.last)
    verb = scene.cue_at.get(at)
    if verb is None or not verb.finite:
        return False
    marker = marker_after(scene, verb)
    return marker is None or marker.sort not in {"that", "colon", "quote"}


def _initial_cover(scene: Scene, cue: CueAt, source: Source, end: int) -> Saying | None:
    at = source.end
    while at < end and scene.form(at) not in {"،", ":"} | folded("so_that") | folded("that"):
        at += 1
    if at >= end - 2:
        return _of_sentence_before(scene, cue, source)
    begins = at + 1
    if scene.form(begins) in folded("so_that") | folded("that"):
        begins += 1
    marker = Marker(at, begins, "that")
    return Saying(cue, content_from(scene, cue, marker), source, cue.cue.stance, "cover:initial", at=cue.first)


def _of_sentence_before(scene: Scene, cue: CueAt, source: Source) -> Saying | None:
    first = scene.analysed.sentence_at(cue.first)[0]
    if first == 0:
        return None
    begin, end = scene.analysed.sentence_at(first - 1)
    while end > begin and scene.form(end - 1) in {".", "،"}:
        end -= 1
    return Saying(cue, (begin, end), source, cue.cue.stance, "cover:sentence-before", covers=True, at=cue.first)


def _inserted(scene: Scene, cue: CueAt) -> bool:
    """Whether the cover stands between a verb of saying and its أن: then its source is a link of that chain."""
    for other in scene.cues:
        if other.finite and other.last <= cue.first and cue.first - other.last < 14:
            marker = marker_after(scene, other)
            if (
                marker
                and marker.at > cue.first
                and scene.analysed.sentence_at(other.first) == scene.analysed.sentence_at(cue.first)
            ):
                return True
    return False


def _clause_start(scene: Scene, cue: CueAt, begin: int) -> int:
    """Where the clause before a trailing cover begins: after a semicolon or the dateline, or with the sentence."""
    first = scene.cue_at.get(begin)
    if first and first.covers and first is not cue:  # what an initial cover says begins after its source
        comma = next((i for i in range(begin, cue.first) if scene.form(i) == "،"), None)
        if comma is not None and comma < cue.first - 1:
            return comma + 1
    for at in range(cue.first - 1, begin, -1):
        if scene.form(at) == "؛" or (
            at - begin < _DATELINE and scene.form(at) in _DASHES and scene.form(at - 1) == ")"
        ):
            return _past_dashes(scene, at + 1)
    return _past_dashes(scene, begin)


def _past_dashes(scene: Scene, at: int) -> int:
    while scene.form(at) in _DASHES:
        at += 1
    return at


def _label(scene: Scene, cue: CueAt) -> Saying | None:
    """'ما وصفه بـ "…"': the content is the label alone."""
    begins = cue.last
    if begins >= len(scene.analysed.tokens):
        return None
    quote = next((q for q in scene.analysed.quotes if begins <= q.first <= begins + 2), None)
    if quote:
        content = (quote.first, quote.last)
    else:
        content = content_from(scene, cue, Marker(begins, begins, "preposition"))
    return Saying(cue, content, None, cue.cue.stance, "label", at=cue.first)


def _declined(scene: Scene, cue: CueAt) -> Saying | None:
    begin, end = scene.analysed.sentence_at(cue.first)
    beside = scene.referents.at(cue.first - 2) if scene.form(cue.first - 1) == "،" else None
    source = Source(beside.entities) if beside and beside.how != "adjective" else None
    source = source or source_after(scene, cue, end) or source_before(scene, cue)
    if source is None and cue.gap:  # 'لم يصدر عن الحكومة أي تعليق'
        source = any_source(scene, cue.gap[0], cue.gap[1])
    if source is None:
        return None
    stop = end - 1 if scene.form(end - 1) == "." else end
    return Saying(cue, (max(begin, cue.first - 1), stop), source, Stance.DECLINES, "no-comment", at=cue.first)


def _nominal(scene: Scene, cue: CueAt, markers: set[int]) -> Saying | None:
    """'تصريحات الوزير بأن …', 'قوله إن …', 'اتهامات لموسكو بـ…'."""
    end = min(scene.analysed.sentence_at(cue.first)[1], cue.last + _NOUN_REACH)
    for at in range(cue.last, end):
        if _leaves_noun(scene, at):
            return None
        if scene.form(at) in folded("that") | folded("by_that"):
            if at in markers:
                return None
            source = source_after(scene, cue, at) or _who_comes_to_say(scene, cue)
            if source is None and not cue.enclitic:
                return None
            near = max(source.end if source else 0, cue.last) + _NOUN_NEAR
            if scene.form(at) in folded("that") and at > near:
                return None
            markers.add(at)
            content = content_from(scene, cue, Marker(at, at + 1, "that"))
            return Saying(cue, content, source, _stance(scene, cue, content), "noun:that", at=cue.first)
    return _noun_phrase(scene, cue, end)


def _who_comes_to_say(scene: Scene, cue: CueAt) -> Source | None:
    """'سارعت الوزارة إلى القول إن': who stands before إلى."""
    beside = scene.referents.at(cue.first - 2) if to_say(scene, cue) else None
    return Source(beside.entities) if beside and beside.how != "adjective" else None


def _leaves_noun(scene: Scene, at: int) -> bool:
    """Whether a verb, a participle of circumstance or a colon here leaves the noun of saying behind."""
    cue = scene.cue_at.get(at)
    return scene.form(at) == ":" or (cue is not None and (cue.finite or cue.circumstantial))


def _noun_phrase(scene: Scene, cue: CueAt, end: int) -> Saying | None:
    """'إعلان الرئاسة مقتل …', 'مزاعم الجماعة حول …': the source in the genitive, then what it says."""
    genitive = scene.referents.at(cue.last)
    if genitive is None or genitive.how == "adjective" or genitive.particle or "ال" in cue.proclitics:
        return None
    source = any_source(scene, cue.last, min(end, genitive.last + 1))
    if source is None or source.end + 2 > end:
        return None
    form = scene.form(source.end)
    if form in folded("prepositions"):
        if not any(fold(mark) == form for mark in cue.cue.content):
            return None
        marker = Marker(source.end, source.end + 1, "preposition")
    elif OBJECT in cue.cue.content and _tells_something(scene, source.end) and cue.inflection.tense is Tense.MASDAR:
        marker = Marker(source.end, source.end, "object")
    else:
        return None
    content = content_from(scene, cue, marker)
    return Saying(cue, content, source, _stance(scene, cue, content), f"noun:{marker.sort}", at=cue.first)


def _headings(scene: Scene) -> Iterator[Saying]:
    """'X: …' at the head of a line, no verb of saying before the colon."""
    found = list(_colons(scene))
    listed = {i for i in range(len(found)) if any(_adjoin(found, k) for k in (i - 2, i - 1, i))}
    yield from (saying for i, (_, saying) in enumerate(found) if i not in listed)


def _adjoin(found: list[tuple[int, Saying]], at: int) -> bool:
    """Whether from here three paragraphs in a row have a colon so: a list of names with glosses, no headings."""
    run = [paragraph for paragraph, _ in found[max(at, 0) : at + 3]]
    return at >= 0 and len(run) == 3 and run[2] - run[0] == 2


def _colons(scene: Scene) -> Iterator[tuple[int, Saying]]:
    for number, (first, last) in enumerate(scene.analysed.paragraphs):
        colon = next((i for i in range(first + 1, min(last, first + _HEADING)) if scene.form(i) == ":"), None)
        if (
            colon is None
            or colon + 2 >= last
            or _own_saying(scene, colon + 1)
            or any(i in scene.cue_at and scene.cue_at[i].finite for i in range(first, colon))
        ):
            continue
        source = heading_source(scene, first, colon)
        if source and source.end >= colon - 2:
            content = content_from_heading(scene, colon)
            stance = Stance.DENIES if _rejects_a_saying(scene, content) else Stance.ASSERTS
            yield number, Saying(None, content, source, stance, "heading", at=colon)


def _own_saying(scene: Scene, at: int) -> bool:
    """Whether after the colon of a dateline a saying with its own verb begins."""
    cue = scene.cue_at.get(at)
    return cue is not None and cue.finite


def content_from_heading(scene: Scene, colon: int) -> Range:
    """What stands after the colon of a headline: the quotation, or the rest of the sentence."""
    quote = scene.quote_after.get(colon + 1)
    end = scene.analysed.sentence_at(colon + 1)[1]
    if quote and quote.last >= end - 2:
        return quote.first, quote.last
    while end > colon + 2 and scene.form(end - 1) in {".", "…"}:
        end -= 1
    return colon + 1, end


def _bare_quotations(scene: Scene, found: list[Saying]) -> Iterator[Saying]:
    """Quotations that open a paragraph or follow another one, with no cue: the speaker before goes on."""
    spoken = [s.content for s in found]
    for quote in scene.analysed.quotes:
        if quote.depth or quote.last - quote.first < _SHORT_SPEECH:
            continue
        if any(a < quote.last and quote.first < b for a, b in spoken):
            continue
        begin, _ = scene.analysed.sentence_at(quote.first)
        if quote.first - begin <= 1:
            yield Saying(None, (quote.first, quote.last), None, Stance.ASSERTS, "quotation", at=quote.first)


def _stance(scene: Scene, cue: CueAt, content: Range) -> Stance:
    """The cue's stance, turned by a negation before it or a denial in what is said."""
    stance = cue.cue.stance
    begin, _ = scene.analysed.sentence_at(cue.first)
    what = scene.form(cue.first - 1) == "ما" and cue.first - 1 > begin  # 'وفق ما أكده': no negation
    if cue.finite and not what and opens("negation", scene.analysed.tokens, cue.first - 1):
        return cue.cue.negated or stance
    if cue.cue.that_asserts and scene.form(content[0] - 1) in folded("that"):
        return Stance.ASSERTS
    if stance is Stance.ASSERTS and _rejects_a_saying(scene, content):
        return Stance.DENIES
    return stance


def _rejects_a_saying(scene: Scene, content: Range) -> bool:
    """'إن ما نشرته الصحيفة غير صحيح', 'إن حديث الجماعة زائف': what others said, and a predicate that rejects it."""
    first = content[0]
    if opens("rejects", scene.analysed.tokens, first):
        return True
    noun = scene.cue_at.get(first)
    others = opens("what", scene.analysed.tokens, first) or (noun is not None and not noun.finite and not noun.covers)
    return others and any(opens("denial", scene.analysed.tokens, at) for at in range(*content))
