"""What follows a cue of saying, or stands before it: the content and where it ends."""

from collections.abc import Iterator

from khabar.extraction.english.attributions.saying import Told
from khabar.extraction.english.forms import cue_forms, is_verb
from khabar.extraction.english.scene import Scene
from khabar.knowledge.english.speech import SpeechCue
from khabar.language.analysis import Range
from khabar.language.english.inflection import Form
from khabar.language.english.numerals import is_bound
from khabar.language.english.phrases import single, used_as
from khabar.values.attribution import Link
from khabar.values.entity import Kind
from khabar.values.why import SayingRule

_PREPOSITIONS = ("of", "for", "about")
_OF_THINGS = (SayingRule.VERB_OBJECT, SayingRule.VERB_PREPOSITION)
_NEAR = 6  # tokens in which the object of a denial stands
_HEARER = 6  # tokens
_FEWEST = 2  # words of a content


def content_behind(scene: Scene, cue: SpeechCue, last: int, *, of_medium: bool) -> Told | None:
    """What is said behind a cue that ends at a token; None: nothing that the cue takes."""
    end = scene.sentence(last - 1)[1]
    at, via = _without_frame(scene, cue, last)
    for first, rule in _openings(scene, cue, at, of_medium=of_medium):
        if rule is SayingRule.VERB_QUOTE:
            return Told(_quoted(scene, first), rule, via)
        stop = content_end(scene, first, end, of_thing=rule in _OF_THINGS)
        if stop - first >= _FEWEST or (rule is SayingRule.VERB_OBJECT and stop > first):
            return Told((first, stop), rule, via)
    return None


def _openings(scene: Scene, cue: SpeechCue, at: int, *, of_medium: bool) -> Iterator[tuple[int, SayingRule]]:
    form = scene.text.form(at)
    mark = at + (form in (",", ":"))
    if "quote" in cue.takes and mark in scene.quote_from:
        yield mark, SayingRule.VERB_QUOTE
    elif "quote" in cue.takes and form == ":":
        yield at + 1, SayingRule.VERB_COLON
    elif form in single("that") and cue.takes & {"that", "clause"} and scene.text.is_word(at + 1):
        yield at + 1, SayingRule.VERB_THAT
    elif form == "to" and "to" in cue.takes or form in _PREPOSITIONS and form in cue.takes:
        yield at + 1, SayingRule.VERB_PREPOSITION
    elif "after" in cue.takes:
        yield at, SayingRule.VERB_PREPOSITION
    elif scene.text.is_word(at) or at in scene.quote_from or scene.text.analysed.tokens[at : at + 1]:
        yield from _bare(scene, cue, at, of_medium=of_medium)


def _bare(scene: Scene, cue: SpeechCue, at: int, *, of_medium: bool) -> Iterator[tuple[int, SayingRule]]:
    """A clause or noun right behind the cue: 'said the road was open', 'denied the report'."""
    if scene.text.form(at) in (",", ".", ";", ")", "-", "–", "—") or at >= len(scene.text.forms):
        return
    elsewhere = scene.text.form(at) in single("preposition") and not is_bound(scene.text, at)
    if _lacks_subject(scene, at) or elsewhere:
        return  # 'which it says have helped', 'said at a meeting'; not 'said at least ten'
    near = scene.text.forms[at : at + _NEAR]
    if "said-object" in cue.takes and any(word in single("said") for word in near):
        yield at, SayingRule.VERB_OBJECT
    elif "clause" in cue.takes or ("bare-of-media" in cue.takes and of_medium and _has_verb(scene, at)):
        yield at, SayingRule.VERB_THAT
    elif "object" in cue.takes or ("gerund" in cue.takes and scene.text.form(at).endswith("ing")):
        yield at, SayingRule.VERB_OBJECT


def _lacks_subject(scene: Scene, at: int) -> bool:
    """Whether an auxiliary opens what follows a cue, so that its subject stands before the cue."""
    return scene.text.form(at) in (*single("having"), *single("being"), *single("modal"))


def _has_verb(scene: Scene, at: int) -> bool:
    end = scene.sentence(at)[1]
    return any(scene.text.form(i) in single("auxiliary") for i in range(at + 1, end))


def _without_frame(scene: Scene, cue: SpeechCue, at: int) -> tuple[int, tuple[Link, ...]]:
    """Where what is said begins, behind hearers, dates, places and statements; and the media among the hearers."""
    via: list[Link] = []
    if cue.hearer and (party := scene.party_from(at)):
        via += [(e,) for e in party.entities if scene.kind(e) is Kind.MEDIA]
        at = party.last
    elif cue.hearer and (found := used_as("hearers").at(scene.text.forms, at)):
        at += found[0]
    elif cue.hearer:
        at = _behind_hearer(scene, cue, at)
    while step := _adverbial(scene, at):
        medium = _medium_spoken_to(scene, at + step)
        if medium:
            via.append(medium[0])
        at = medium[1] if medium else at + step
    return at, tuple(via)


def _behind_hearer(scene: Scene, cue: SpeechCue, at: int) -> int:
    """The 'that' or 'to' behind a hearer whom no name tells: 'told his counterpart that', 'called on both sides to'."""
    opens = (*single("that"), "to") if "to" in cue.takes else single("that")
    for place in range(at, min(at + _HEARER, len(scene.text.forms))):
        if scene.text.form(place) in opens:
            return place
        form = scene.text.form(place)
        if not scene.text.is_word(place) or is_verb(form) or form in single("auxiliary"):
            break
    return at


def media_told(scene: Scene, cue: SpeechCue, at: int) -> tuple[Link, ...]:
    """The media that a speaker talks to, behind a cue that ends at a token."""
    return _without_frame(scene, cue, at)[1]


def _adverbial(scene: Scene, at: int) -> int:
    """How many tokens of date, place or manner stand at a token, before what is said."""
    if at in scene.dated:
        return scene.dated[at] - at
    if length := scene.statement_at(at):
        return length
    if scene.text.form(at) in single("at") and (place := scene.reference_from(at + 1)):
        opens = scene.entity(place).kind in (Kind.PLACE, Kind.COUNTRY)
        return place.last - at if opens else 0
    return 0


def _medium_spoken_to(scene: Scene, at: int) -> tuple[Link, int] | None:
    """The medium of 'in an interview with the Harbour Times'."""
    found = scene.reference_from(at + 1) if scene.text.form(at) in ("with", "to") else None
    if found and scene.entity(found).kind is Kind.MEDIA:
        return (found.entities[0],), found.last
    return None


def _quoted(scene: Scene, mark: int) -> Range:
    """A quotation, with what goes on of it behind a second opening mark in the sentence."""
    quote = scene.quote_from[mark]
    return quote.first, _trimmed(scene, quote.first, quote.last)


def _trimmed(scene: Scene, first: int, last: int) -> int:
    """Where a quotation ends without the comma or full stop inside its marks."""
    while last - 1 > first and scene.text.form(last - 1) in (",", "."):
        last -= 1
    return last


def content_before(scene: Scene, end: int) -> Told | None:
    """What is said before 'X said': the quotation or clause that a comma closes at `end`."""
    first = scene.behind_dateline(scene.sentence(end - 1)[0])
    last = end
    while last > first and scene.text.form(last - 1) in (",", "-", "–", "—"):
        last -= 1
    closing = last - 1
    if closing in scene.quote_until:
        quote = scene.quote_until[closing]
        return Told((quote.first, _trimmed(scene, quote.first, quote.last)), SayingRule.VERB_QUOTE)
    if last == end or last - first < _FEWEST:
        return None
    return Told((first, last), SayingRule.VERB_TRAILING)


def content_end(scene: Scene, first: int, end: int, *, of_thing: bool = False) -> int:
    """Where a content that begins at a token ends: with the sentence, or where another saying begins.

    `of_thing`: it is a thing rather than a clause, so that a further verb of the speaker ends it too.
    """
    quote = scene.quote_over(first)
    if quote:
        return min(quote.last, max(end, first + 1))
    stop = next((at for at in range(first + 1, end) if _turns(scene, at) or (of_thing and _goes_on(scene, at))), end)
    while stop > first and scene.text.analysed.tokens[stop - 1].kind == "mark" and stop - 1 not in scene.quote_until:
        stop -= 1
    return stop


def _turns(scene: Scene, at: int) -> bool:
    """Whether another saying begins at a comma: ', according to', ', and the army said', ', adding that'."""
    forms = scene.text.forms
    if forms[at] not in (",", ";"):
        return False
    behind = at + 1
    for _, found in cue_forms().all_at(forms, behind):
        if found.cue.covers or found.form is Form.ING:
            return True
    if forms[behind : behind + 1] and forms[behind] in single("citing"):
        return True
    opens = forms[behind : behind + 1] and forms[behind] in ("and", "but", "while", "whereas", "though", "although")
    return _speaks(scene, behind + 1 if opens else behind, whole=not opens)


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether the speaker does something else from a token on: 'accused X of fraud and urged …'."""
    place = at + 1
    while scene.text.form(place) in single("verb-group"):
        place += 1
    return scene.text.form(at) in single("and") and is_verb(scene.text.form(place))


def _speaks(scene: Scene, at: int, *, whole: bool) -> bool:
    """Whether somebody named from a token on says something; `whole`: and nothing follows that he says."""
    party = scene.party_from(at)
    place = party.last if party else at + 1 if scene.text.form(at) in (*single("he"), *single("it")) else 0
    while place and scene.text.form(place) in single("verb-group"):
        place += 1
    found = cue_forms().all_at(scene.text.forms, place) if place else []
    said = [n for n, cue in found if cue.form in (Form.PAST, Form.THIRD, Form.BASE)]
    if not said or not whole:
        return bool(said)
    behind = place + said[0]
    return scene.text.form(behind) in (",", ".", "") or behind in scene.dated
