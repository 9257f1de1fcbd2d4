"""Where what is said begins and ends."""

from dataclasses import dataclass

from khabar.extraction.attributions.classes import folded, opens
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.names.words import is_function_word
from khabar.knowledge.speech import BY_THAT, OBJECT, QUOTE, THAT
from khabar.language.analysis import Range
from khabar.language.clitics import splits
from khabar.language.conjugation import Tense
from khabar.language.normalise import fold

_FARTHEST = 40  # tokens between a cue and what opens its content
_OWNS = 4  # a verb of saying this near to the marker owns it, though another stands before
_SMALLEST_QUOTE = 2  # tokens
_SPEECH = 6  # tokens of a quotation that is no label
_ASIDE = 14  # tokens of the longest aside between commas
_LONGEST_COVER = 14  # tokens from 'بحسب' to the comma after its source
_STOPS = frozenset({"،", "؛", "-", "–", "—", ".", ":", "…", ".."})
_ENDS = frozenset({".", "!", "؟", "?", "…", ".."})
_WITH_MA = {"عن": "عما", "من": "مما"}
_MARKS = frozenset({'"', "«", "»", "“", "”", "„"})


@dataclass(frozen=True, slots=True)
class Marker:
    """What opens a content: at which token, where the content begins, of which sort."""

    at: int
    begins: int
    sort: str  # that | preposition | quote | colon | object


def marker_after(scene: Scene, cue: CueAt) -> Marker | None:
    """The first thing after the cue that opens its content."""
    end = min(scene.analysed.sentence_at(cue.first)[1], cue.last + _FARTHEST)
    preposition: Marker | None = None
    commas = 0
    at = cue.last
    while at < end:
        if _another_owns(scene, cue, at, end):
            break
        found = _that(scene, cue, at) or _spoken(scene, cue, at)
        if found:
            return preposition if preposition and (found.sort == "quote" or commas) else found
        if preposition is None and commas == 0:
            preposition = _preposition(scene, cue, at, end)
            if preposition and scene.form(preposition.begins) in folded("that"):
                return preposition
        if scene.form(at) == "،" and (scene.referents.at(at - 1) or commas):
            late = _preposition(scene, cue, at + 1, end)  # 'كشفت مصادر، عن …'
            if late and late.begins > late.at:
                return late
        commas += scene.form(at) in {"،", "؛"}
        if scene.form(at) == "،" and cue.cue.also_plain and _joins_clause(scene, at + 1):
            break
        if commas and preposition:
            break
        at += 1
    return preposition


def _joins_clause(scene: Scene, at: int) -> bool:
    """Whether after the comma a clause is joined with و: what opens a content there is not this verb's."""
    return scene.form(at).startswith("و") and scene.referents.at(at) is None and at not in scene.cue_at


def _another_owns(scene: Scene, cue: CueAt, at: int, end: int) -> bool:
    """Whether a verb of saying here takes over what follows."""
    other = scene.cue_at.get(at)
    if other is not None and to_say(scene, other) and cue.last < at - 1:
        return True
    if other is None or not other.finite or other is cue:
        return other is not None and other.circumstantial and (other.cue.carries or other.after_comma)
    if scene.form(at - 1) in folded("who") | folded("by_relay") or opens("negation", scene.analysed.tokens, at - 1):
        return False
    if other.proclitics[:1] in (("و",), ("ف",)):
        return True
    if scene.form(at - 1) in folded("when") or scene.form(at + 1) in folded("wherein"):
        return True
    comma = next((i for i in range(at + 1, end) if scene.form(i) == "،"), end)
    near = range(at + 1, min(at + 1 + _OWNS, comma))
    opening = folded("that") | folded("by_that") | {":"}
    return any(scene.form(i) in opening for i in near) and at - cue.last > _OWNS


def to_say(scene: Scene, noun: CueAt) -> bool:
    """'سارعت الوزارة إلى القول إن': the masdar after إلى with a clause of its own."""
    return (
        noun.inflection.tense is Tense.MASDAR
        and scene.form(noun.first - 1) == fold("إلى")
        and scene.form(noun.last) in folded("that")
    )


def _that(scene: Scene, cue: CueAt, at: int) -> Marker | None:
    form = scene.form(at)
    takes = cue.cue.content
    told_of = cue.cue.relay and scene.form(at - 1) == fold("من")  # 'ما نقلته الوكالة عن الوزير من أن'
    if scene.form(at - 1) in folded("governs_that") and at - 1 >= cue.last and not told_of:
        return None  # قبل أن, منذ أن: no content
    if form in folded("that") and (THAT in takes or not cue.cue.content):
        return Marker(at, at + 1, "that")
    if form in folded("by_that") and (BY_THAT in takes or "ب" in takes or THAT in takes):
        return Marker(at, at + 1, "that")
    return None


def _spoken(scene: Scene, cue: CueAt, at: int) -> Marker | None:
    """A colon, or a quotation long enough to be speech."""
    form = scene.form(at)
    if form == ":" and (QUOTE in cue.cue.content or THAT in cue.cue.content):
        return Marker(at, at + 1, "colon")
    quote = scene.quote_after.get(at)
    if quote is None or QUOTE not in cue.cue.content or quote.depth:
        return None
    if (
        _is_name(scene, quote.first, quote.last)
        or quote.last - quote.first < _SMALLEST_QUOTE
        or not _comes_due(scene, cue, at)
    ):
        return None
    return Marker(at, at + 1, "quote")


def _is_name(scene: Scene, first: int, last: int) -> bool:
    reference = scene.referents.at(first)
    return reference is not None and reference.how == "name" and reference.last >= last


def _comes_due(scene: Scene, cue: CueAt, at: int) -> bool:
    """Whether a quotation without a colon stands right after the cue, its source, a day or a comma."""
    before = at - 1
    if before < cue.last or scene.form(before) in {"،", ":"} or scene.form(before) in folded_time_words():
        return True
    quote = scene.quote_after[at]
    if cue.cue.weak_object and quote.last - quote.first >= _SPEECH:
        return True  # so long a quotation after a verb of saying is what was said, whatever stands between
    return scene.referents.at(before) is not None and scene.referents.at(before + 1) is None


def _preposition(scene: Scene, cue: CueAt, at: int, end: int) -> Marker | None:
    """A preposition that the cue governs, with what follows it."""
    form = scene.form(at)
    for mark in cue.cue.content:
        if mark in (THAT, BY_THAT, QUOTE, OBJECT):
            continue
        folded_mark = fold(mark)
        if form == _WITH_MA.get(folded_mark) and at + 1 < end:
            return Marker(at, at, "preposition")
        if len(mark) > 1 and form == folded_mark and at + 1 < end:
            begins = at + 2 if scene.form(at + 1) in folded("that") else at + 1
            return Marker(at, begins, "that" if begins == at + 2 else "preposition")
        if len(mark) == 1 and _bears(scene, at, folded_mark):
            return Marker(at, at, "preposition")
    if cue.attached and at == cue.last:
        return Marker(at, at, "preposition")
    return None


def _is_vehicle(scene: Scene, at: int) -> bool:
    """Whether the word tells in what something was said: 'ببيان', not 'بالرد'."""
    other = scene.cue_at.get(at)
    noun = other is not None and other.inflection.tense is Tense.NOUN and "ال" not in other.proclitics
    return noun or (other is not None and other.covers)


def _bears(scene: Scene, at: int, mark: str) -> bool:
    """Whether the attached preposition stands before this word."""
    token = scene.analysed.tokens[at]
    if token.kind != "word" or not token.form.startswith(mark):
        return False
    if token.form == mark:  # بـ "…"
        return True
    reference = scene.referents.at(at)
    if reference is not None:
        return reference.first == at and reference.particle == mark and not scene.is_medium(reference)
    if is_function_word(token.form) or len(token.form) < 4 or _is_vehicle(scene, at):
        return False
    return any(split.proclitics[:1] == (mark,) for split in splits(token.form))


def object_marker(scene: Scene, cue: CueAt, source_end: int) -> Marker | None:
    """The bare noun phrase after the source: 'نفى الوزير صحة الخبر'."""
    end = scene.analysed.sentence_at(cue.first)[1]
    begins = _after_asides(scene, source_end, end)
    if begins >= end or scene.form(begins) in _STOPS or scene.form(begins) in folded("prepositions"):
        return None
    return Marker(begins, begins, "object")


def _after_asides(scene: Scene, at: int, end: int) -> int:
    """Past days, brackets, and asides between commas that begin with a day, a figure or a preposition."""
    while at < end:
        form = scene.form(at)
        if form in folded_time_words() | folded("adverbs") or scene.analysed.tokens[at].kind == "number":
            at += 1
        elif _statement_begins(scene, at):
            at = _after_statement(scene, at, end)
        elif form in _MARKS and (name := scene.quote_after.get(at)) and _is_name(scene, name.first, name.last):
            at = name.last + 1
        elif form == "(":
            at = next((i + 1 for i in range(at, min(at + _ASIDE, end)) if scene.form(i) == ")"), end)
        elif form == "،" and _aside_begins(scene, at + 1):
            close = next((i for i in range(at + 1, min(at + _ASIDE, end)) if scene.form(i) == "،"), None)
            if close is None:
                return at
            at = close + 1
        else:
            return at
    return at


def _statement_begins(scene: Scene, at: int) -> bool:
    """'في بيان', 'في مقابلة': where it was said, before what was said."""
    noun = scene.cue_at.get(at) or scene.cue_at.get(at + 1)
    return (
        scene.form(at) in folded("prepositions")
        and noun is not None
        and not noun.covers
        and noun.inflection.tense in (Tense.NOUN, Tense.MASDAR, Tense.PARTICLE)
        and "ال" not in noun.proclitics
    )


def _after_statement(scene: Scene, at: int, end: int) -> int:
    """Past the statement's adjectives, or past the comma that closes it."""
    close = next((i for i in range(at + 2, min(at + _ASIDE, end)) if scene.form(i) == "،"), None)
    if close is not None:
        return close + 1
    at += 2
    while at < end and scene.form(at) in folded("of_statement"):
        at += 1
    return at


def _aside_begins(scene: Scene, at: int) -> bool:
    form = scene.form(at)
    return form in folded_time_words() | folded("prepositions") or form[:1].isdigit()


def folded_time_words() -> frozenset[str]:
    """Days that may stand between a source and what it says."""
    from khabar.extraction.names.classes import folded_class

    return folded_class("time_word")


def content_from(scene: Scene, cue: CueAt, marker: Marker) -> Range:
    """The tokens of the content that the marker opens."""
    begins = marker.begins
    quote = scene.quote_after.get(begins) or scene.quote_after.get(marker.at)
    if marker.sort in {"colon", "quote"} and quote and quote.depth == 0:
        return _quoted(scene, cue, quote.first, quote.last)
    end = _clause_end(scene, cue, begins, nominal=marker.sort in {"preposition", "object"})
    opening = scene.quote_after.get(begins)
    if (
        opening
        and opening.depth == 0
        and 2 * (opening.last - opening.first) >= end - begins - 2
        and _closes_there(scene, opening.last, end)
    ):
        return opening.first, opening.last
    return begins, end


def _closes_there(scene: Scene, last: int, end: int) -> bool:
    return end <= last + 2


def _quoted(scene: Scene, cue: CueAt, first: int, last: int) -> Range:
    """A quotation, with the words after it where the sentence plainly goes on."""
    after = last
    while scene.form(after) in _MARKS | _ENDS:
        after += 1
    if after > last + 1 or after >= len(scene.analysed.tokens) or scene.form(after) in _STOPS:
        return first, last
    sentence = scene.analysed.sentence_at(first)
    if opens("breaks", scene.analysed.tokens, after) or opens("so_that", scene.analysed.tokens, after):
        return first, last
    if after >= sentence[1] or after in scene.cue_at or scene.form(after).startswith("و") and last - first > 6:
        return first, last
    return first, max(last, _clause_end(scene, cue, after, nominal=True))


def _clause_end(scene: Scene, cue: CueAt, begins: int, nominal: bool) -> int:
    """The token after the last one of a content that begins here."""
    sentence_end = scene.analysed.sentence_at(begins)[1]
    at = begins
    while at < sentence_end:
        quote = scene.quote_after.get(at)
        if quote:
            at = quote.last
            sentence_end = max(sentence_end, scene.analysed.sentence_at(min(at, len(scene.analysed.tokens) - 1))[1])
        elif at > begins and _ends_at(scene, cue, at, nominal):
            break
        at += 1
    return _trimmed(scene, begins, min(at, sentence_end))


def _ends_at(scene: Scene, cue: CueAt, at: int, nominal: bool) -> bool:
    form = scene.form(at)
    if _but_says(scene, at):
        return True
    if form == "-" and scene.form(at - 1)[-1:].isdigit() and scene.form(at + 1)[:1].isdigit():
        return False  # a season, a result
    if form == "،" and _inside_name(scene, at):
        return False
    if form in {"،", "؛"} or form in {"-", "–", "—"}:
        after = at + 1
        other = scene.cue_at.get(after)
        if nominal and form == "،" and other is None and (_aside_begins(scene, after) or _closes_day(scene, at)):
            return opens("breaks", scene.analysed.tokens, after)
        if nominal or form == "؛":
            return not (form == "،" and scene.form(after).startswith("و") and other is None) or form == "؛"
        if other and (ends_clause(scene, other) or other.circumstantial or (other.finite and _new_saying(other))):
            return True
        return opens("breaks", scene.analysed.tokens, after)
    other = scene.cue_at.get(at)
    if other is None or other.cue.weak:
        return False
    if other.covers:
        return ends_clause(scene, other)
    return (other.circumstantial and other.cue.carries) or (other.finite and _new_saying(other))


def _inside_name(scene: Scene, at: int) -> bool:
    """Whether the comma stands in or closes 'الرئيس الروسي، فلاديمير بوتين،'."""
    before = scene.referents.at(at - 1)
    if before is None:
        return False
    return before.last > at or "،" in {scene.form(i) for i in range(before.first, before.last)}


def _closes_day(scene: Scene, at: int) -> bool:
    """Whether the comma closes a day that another comma opened: 'أسفه، الأربعاء، لقرار …'."""
    for i in range(at - 1, max(at - 5, 0), -1):
        if scene.form(i) == "،":
            return i < at - 1
        if scene.form(i) not in folded_time_words() and not scene.form(i)[:1].isdigit():
            return False
    return False


def _but_says(scene: Scene, at: int) -> bool:
    """'، لكنه قال', '، إلا أنها أكدت': the report turns to another saying of the same speaker."""
    if not opens("but", scene.analysed.tokens, at):
        return False
    verbs = (scene.cue_at[i] for i in range(at + 1, at + 4) if i in scene.cue_at)
    past = (verb.cue for verb in verbs if verb.inflection.tense is Tense.PAST)
    return any(cue.carries or not cue.also_plain for cue in past)


def ends_clause(scene: Scene, cover: CueAt) -> bool:
    """Whether a cover closes the clause before it; one between two commas only interrupts it."""
    if cover.cue.takes_verb and cover.cue.also_plain and not _saying_follows(scene, cover):
        return False
    return cover.covers and not cover.cue.weak and not interrupts(scene, cover)


def _saying_follows(scene: Scene, cover: CueAt) -> bool:
    """'كما أعلنت الوزارة', not 'كما يخص الجيل الحاضر'."""
    at = cover.last + opens("before_verb", scene.analysed.tokens, cover.last)
    return at in scene.cue_at and scene.cue_at[at].finite


def interrupts(scene: Scene, cover: CueAt) -> bool:
    """Whether the clause before the cover goes on after it: '…، وفق المرصد، عن مقتل …'."""
    end = scene.analysed.sentence_at(cover.first)[1]
    if scene.form(cover.first - 1) not in {"،", "-", "–", "("}:
        return False
    close = next(
        (i for i in range(cover.last, min(end, cover.last + _LONGEST_COVER)) if scene.form(i) in {"،", "-", "–", ")"}),
        None,
    )
    if close is None or close + 2 >= end:
        return False
    after = scene.cue_at.get(close + 1)
    joins = scene.form(close + 1).startswith("و") or opens("breaks", scene.analysed.tokens, close + 1)
    return not joins and (after is None or not (after.covers or after.circumstantial))


def _new_saying(other: CueAt) -> bool:
    """Whether the verb goes on telling who said what, on the level of the verb before."""
    joins = other.proclitics[:1] in (("و",), ("ف",))
    return (
        joins
        and other.inflection.tense is Tense.PAST
        and not other.cue.also_plain
        or joins
        and other.cue.carries
        and other.inflection.tense is Tense.PAST
    )


def _trimmed(scene: Scene, begins: int, end: int) -> int:
    while (
        end > begins + 1
        and scene.form(end - 1) in _STOPS | _ENDS | {"(", '"', "«", "“"}
        and not _closing(scene, end - 1)
    ):
        end -= 1
    return end


def _closing(scene: Scene, at: int) -> bool:
    return any(q.last == at for q in scene.analysed.quotes)
