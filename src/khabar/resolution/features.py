"""By what statements are compared: words, actors, kinds of event, figures."""

from collections.abc import Iterable, Mapping, Sequence

from khabar.extraction.events.presupposed import WHAT
from khabar.language.analysis import AnalysedText
from khabar.language.number_sums import total
from khabar.language.number_words import number_word
from khabar.language.tokens import Token
from khabar.resolution.actors import Cast
from khabar.resolution.inside import Inside
from khabar.resolution.phrases import phrases_for
from khabar.resolution.statements import Statement
from khabar.resolution.stems import stems
from khabar.values.actor import ActorId
from khabar.values.attribution import Stance
from khabar.values.event import EventType, Status
from khabar.values.reading import Reading

# A word and a kind of event say most. That the same actor is met says little: a whole story shares its actors, and
# where they are named, the words of the name speak already.
_COUNTED = frozenset({"unit", "ten", "hundred", "scale", "digits"})
SIGNS = "@!#"  # a feature that opens with one is no word: an actor, a kind of event, a figure
_WORD, _ACTOR, _TYPE, _FIGURE = 1.0, 0.2, 1.0, 0.8
_BACKGROUND = 0.3  # of what a word says in the clause: 'since the ministers met in spring, 40 ships have come'


def features_in(
    statements: Sequence[Statement], report_id: str, text: AnalysedText, reading: Reading, cast: Cast
) -> list[Mapping[str, float]]:
    """The features of each statement of one report with how much each may say."""
    named = Inside((span, cast.of(report_id, e.id)) for e in reading.entities for span in e.mentions)
    return [_features(s, report_id, text, named, cast) for s in statements]


def words_of(features: Iterable[str]) -> frozenset[str]:
    """Of the features of a statement those that are words."""
    return frozenset(feature for feature in features if feature[0] not in SIGNS)


def types_in(statement: Statement) -> Sequence[EventType]:
    """The kinds of event in a statement; in a denial not of those that are told there as facts."""
    if statement.act:
        return [statement.act]
    denies = statement.stance is Stance.DENIES
    return sorted({e.type for e in statement.told if not (denies and e.status is Status.ACTUAL)})


def _features(
    statement: Statement, report_id: str, text: AnalysedText, named: Inside[ActorId], cast: Cast
) -> Mapping[str, float]:
    tokens = _weighed(statement, text)
    figures = _figures(tokens)
    beside = {at - statement.tokens[0] for stretch in statement.background for at in range(*stretch)}
    bag: dict[str, float] = {}
    for value, places in figures:
        weight = _FIGURE * (_BACKGROUND if places[0] in beside else 1.0)
        bag[f"#{value}"] = max(bag.get(f"#{value}", 0.0), weight)
    counted = {at for _, places in figures for at in places}
    for at, token in enumerate(tokens):
        if token.kind == "word" and at not in counted:
            found, weight = stems(token.form), _BACKGROUND if at in beside else _WORD
            for stem in found:
                bag[stem] = max(bag.get(stem, 0.0), weight / len(found))
    actors = {*named.within(statement.passage), *_taking_part(statement, report_id, cast)}
    bag |= {f"@{actor}": _ACTOR for actor in actors}
    bag |= {f"!{kind}": _TYPE for kind in types_in(statement)}
    return bag


def _weighed(statement: Statement, text: AnalysedText) -> Sequence[Token]:
    """The words that a statement is compared by: a denial up to what it only names as its matter.

    Who denies talks on the raid says nothing of the raid; who denies reports on it, or what is told on it, does.
    """
    tokens = text.tokens[slice(*statement.tokens)]
    if statement.stance is not Stance.DENIES:
        return tokens
    forms = [token.form for token in tokens]
    end = next((at for at in phrases_for("matter").places_in(forms) if at > 1), len(forms))
    said = WHAT in forms[:1] or phrases_for("something-said").stand_in(forms[:end])
    return tokens if said else tokens[:end]


def _figures(tokens: Sequence[Token]) -> list[tuple[str, range]]:
    """Each number in digits or words with its tokens: 3 and ثلاثة are one, and so are 2000000 and مليونا."""
    words = [number_word(t.form) if t.kind != "mark" else None for t in tokens]
    words = [w if w and w.role in _COUNTED else None for w in words]
    found: list[tuple[str, range]] = []
    at = 0
    while at < len(words):
        whole = total(words, at) if words[at] else None
        if whole and whole.value > 1:
            found.append((f"{whole.value:.12g}", range(at, whole.end)))
        at = max(at + 1, whole.end if whole else 0)
    return found


def _taking_part(statement: Statement, report_id: str, cast: Cast) -> set[ActorId]:
    ids = {i for e in statement.told for i in (*e.actor, *e.recipient, *e.place)}
    return set(cast.known(report_id, ids))
