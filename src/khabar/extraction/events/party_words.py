"""The words that name a party of an event where it is told: armed men, 15 soldiers, the minister of oil."""

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.arguments import Argument
from khabar.extraction.events.lexicon import class_words, closed, is_a, stands_at
from khabar.extraction.events.scene import Scene
from khabar.language.number_words import number_word
from khabar.values.span import Span

_LONGEST = 3  # words behind a head noun that nobody is named by
_BEFORE = 60  # tokens before an event in which its party was named, if not beside it
_SHORT = 3  # letters; in a shorter word the first is no particle
_PLURALS = ("ون", "ين", "ان")
_ADJECTIVES = ("ي", "يه", "ية", "يا", "ون", "ين", "ان", "ة", "ه")


def party_words(scene: Scene, at: int, arguments: tuple[Argument, ...], named: Ids) -> tuple[Span, ...]:
    """The words that name a party, its count left out: of its noun phrase, or where it was named last before."""
    ranges = [_phrase(scene, a.start, max(a.last, a.start + 1)) for a in arguments]
    ranges = ranges or [found for name in named if (found := _last_named(scene, at, name))]
    kept = dict.fromkeys((first, last) for first, last in ranges if first < last)
    return tuple(scene.analysed.span(first, last) for first, last in kept)


def _last_named(scene: Scene, at: int, name: str) -> tuple[int, int] | None:
    """Where somebody was named last before an event in its sentence, else first behind it; None: nowhere near."""
    first, last = scene.analysed.sentence_at(at)
    near = scene.referents.between(max(first, at - _BEFORE), min(last, at + _BEFORE))
    about = [r for r in near if name in r.entities and r.how != "pronoun"]
    before = [r for r in about if r.first <= at]
    found = before[-1] if before else about[0] if about else None
    return _phrase(scene, found.first, found.last) if found else None


def _phrase(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """A noun phrase without its count before and the place behind, with the words that describe its head."""
    while first < last and (_counts(scene, first) or _is_before_phrase(scene, first)):
        first += stands_at(class_words("at_least"), scene.forms, first) or 1
    reference = scene.referents.at(first)
    if reference and reference.how == "group":
        inside = range(first + 1, last)
        last = next((at for at in inside if scene.forms[at] in closed("preposition") and _locates(scene, at)), last)
    if first < last and (last == first + 1 if reference is None else reference.how == "group"):
        last = _described(scene, first, last)
    return first, last


def _counts(scene: Scene, at: int) -> bool:
    counted = stands_at(class_words("at_least"), scene.forms, at) or scene.forms[at][0].isdigit()
    return bool(counted) or number_word(scene.forms[at]) is not None


def _is_before_phrase(scene: Scene, at: int) -> bool:
    """Whether a word stands before a noun phrase and is no part of it: a verb, a preposition, was."""
    form = scene.forms[at]
    plain = form[1:] if form[0] in "وف" and len(form) > _SHORT else form
    particle = not {form, plain}.isdisjoint(closed("preposition", "auxiliary"))
    return particle or at in scene.cues or scene.has_verb(at)


def _locates(scene: Scene, at: int) -> bool:
    return is_a("in", scene.forms[at])


def _described(scene: Scene, head: int, end: int) -> int:
    """Where the noun phrase of a head ends: behind its adjectives, or the genitive of a head without article."""
    forms = scene.forms
    definite = forms[head].startswith("ال")
    limit = min(scene.analysed.sentence_at(head)[1], end + _LONGEST)
    while end < limit and _goes_on(scene, end):
        form = forms[end]
        with_article = form.startswith("ال")
        genitive = with_article and not definite and end == head + 1 and not forms[head].endswith(_PLURALS)
        adjective = with_article == definite and form.endswith(_ADJECTIVES) and not _is_someone(scene, end)
        if not (genitive or adjective):
            break
        definite = definite or genitive
        end += 1
    return end


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether a word may belong to the noun phrase before it: no verb, particle, figure, time or name."""
    form = scene.forms[at]
    if scene.analysed.tokens[at].kind != "word" or form in closed() or at in scene.time_tokens:
        return False
    reference = scene.referents.at(at)
    predicate = scene.predicate_at.get(at)
    named = reference is not None and reference.how != "adjective"
    return not named and predicate is None and not _counts(scene, at) and form[0] not in "وف"


def _is_someone(scene: Scene, at: int) -> bool:
    return is_a("people", scene.forms[at]) or is_a("forces", scene.forms[at])
