"""Who a model says says what in a window, held against the words there."""

from dataclasses import dataclass

from khabar.proposing.fields import list_of, one_place, proposals, value_of, words_of, words_or_none
from khabar.proposing.model import Json
from khabar.proposing.parties import Parties
from khabar.proposing.refusals import Account, Refusal, Refused
from khabar.proposing.standing import Standing, nearest
from khabar.proposing.windows import Window
from khabar.values.attribution import Stance
from khabar.values.entity import Kind
from khabar.values.span import Span

_OUTER = "«»“”„\"'‘’"  # marks around a content, which belong to nobody's words
_LINKS = 6  # more people than that no report goes through


@dataclass(frozen=True, slots=True)
class Said:
    """One act of saying whose words and sources stand in the window."""

    content: Span
    cue: Span | None  # None: a quotation with no cue of its own
    chain: tuple[tuple[str, ...], ...]  # the model's ids, nearest to the report first
    stance: Stance
    speaker: Span | None  # where one of the first speakers is named nearest to the content


def sayings_in(given: Json, window: Window, standing: Standing, parties: Parties, account: Account) -> tuple[Said, ...]:
    """The sayings that hold, in the order in which their contents stand."""
    found: dict[tuple[Span, tuple[tuple[str, ...], ...]], Said] = {}
    for one in proposals(given, "attributions", account):
        try:
            said = _said(one, window, standing, parties)
            if (said.content, said.chain) in found:
                raise Refused(Refusal.TWICE)
            found[said.content, said.chain] = said
        except Refused as refused:
            account.refused[refused.why] += 1
    return tuple(sorted(found.values(), key=lambda said: (said.content, said.cue or said.content, said.chain)))


def _said(one: Json, window: Window, standing: Standing, parties: Parties) -> Said:
    number = one.get("sentence")
    content = one_place(standing, words_of(one, "content").strip(_OUTER), window, number)
    stance = value_of(one, "stance", Stance)
    cue = _cue(words_or_none(one, "cue"), content, window, standing, number)
    chain = _chain(one, parties)
    _check_sources(one, content, chain, window, parties)
    named = tuple(span for own_id in chain[-1] for span in parties[own_id].mentions)
    return Said(content, cue, chain, stance, nearest(named, content))


def _check_sources(
    one: Json, content: Span, chain: tuple[tuple[str, ...], ...], window: Window, parties: Parties
) -> None:
    """The speaker is named in the sentences of the saying or in the one told; the others there, or before."""
    stretches = [*window.sentences_over(content)]
    for named in (one.get("sentence"), one.get("speaker_sentence")):
        sentence = window.sentence(named)
        stretches += [sentence] if sentence else []
    end = max(stretch.end for stretch in stretches)
    if not all(parties[own_id].is_named_before(end) for link in chain for own_id in link):
        raise Refused(Refusal.ELSEWHERE)
    if not any(parties[own_id].stands_in(stretch) for own_id in chain[-1] for stretch in stretches):
        raise Refused(Refusal.ELSEWHERE)


def _cue(words: str | None, content: Span, window: Window, standing: Standing, number: object) -> Span | None:
    """The cue that is nearest to the content, in its sentences or the one that is named; outside it, if it can be."""
    if words is None or not any(letter.isalnum() for letter in words):
        return None  # the colon of a headline
    places = standing.found(words)
    if not places:
        raise Refused(Refusal.WORDS)
    sentence = window.sentence(number)
    near = [*window.sentences_over(content), *([sentence] if sentence else [])]
    found = nearest(tuple(span for span in places if any(stretch.covers(span) for stretch in near)), content)
    if found is None:
        raise Refused(Refusal.ELSEWHERE)
    return found


def _chain(one: Json, parties: Parties) -> tuple[tuple[str, ...], ...]:
    links = one.get("chain")
    if not isinstance(links, list) or not links:
        raise Refused(Refusal.FORM)
    if len(links) > _LINKS:
        raise Refused(Refusal.LONG)
    chain = tuple(list_of({"link": link if isinstance(link, list) else [link]}, "link") for link in links)
    named = [own_id for link in chain for own_id in link]
    if not all(chain) or any(own_id not in parties for own_id in named):
        raise Refused(Refusal.UNKNOWN)
    if len(set(named)) < len(named):
        raise Refused(Refusal.TWICE)
    if any(parties[own_id].kind is Kind.PLACE for own_id in named):
        raise Refused(Refusal.KIND)
    return chain
