"""By what statements are compared: words, actors, kinds of event, figures."""

from collections.abc import Mapping, Sequence

from khabar.language.analysis import AnalysedText
from khabar.resolution.actors import Cast
from khabar.resolution.inside import Inside
from khabar.resolution.statements import Statement
from khabar.resolution.stems import stems
from khabar.values.actor import ActorId
from khabar.values.event import EventType
from khabar.values.reading import Reading

# A word and a kind of event say most. That the same actor is met says little: a whole story shares its actors, and
# where they are named, the words of the name speak already.
_WORD, _ACTOR, _TYPE, _FIGURE = 1.0, 0.2, 1.0, 0.8


def features_in(
    statements: Sequence[Statement], report_id: str, text: AnalysedText, reading: Reading, cast: Cast
) -> list[Mapping[str, float]]:
    """The features of each statement of one report with how much each may say."""
    named = Inside((span, cast.of(report_id, e.id)) for e in reading.entities for span in e.mentions)
    return [_features(s, report_id, text, named, cast) for s in statements]


def types_in(statement: Statement) -> Sequence[EventType]:
    """The kinds of event in a statement."""
    return sorted({statement.act} if statement.act else {e.type for e in statement.events})


def _features(
    statement: Statement, report_id: str, text: AnalysedText, named: Inside[ActorId], cast: Cast
) -> Mapping[str, float]:
    bag: dict[str, float] = {}
    for token in text.tokens[slice(*statement.tokens)]:
        if token.kind == "number":
            bag[f"#{token.form}"] = _FIGURE
        elif token.kind == "word":
            found = stems(token.form)
            for stem in found:
                bag[stem] = max(bag.get(stem, 0.0), _WORD / len(found))
    actors = {*named.within(statement.passage), *_taking_part(statement, report_id, cast)}
    bag |= {f"@{actor}": _ACTOR for actor in actors}
    bag |= {f"!{kind}": _TYPE for kind in types_in(statement)}
    return bag


def _taking_part(statement: Statement, report_id: str, cast: Cast) -> set[ActorId]:
    ids = {i for e in statement.events for i in (*e.actor, *e.recipient, *e.place)}
    return {cast.of_member[report_id, i] for i in ids if (report_id, i) in cast.of_member}
