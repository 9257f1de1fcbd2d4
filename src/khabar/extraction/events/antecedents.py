"""Whom pronouns mean, attached ones and the one in أنه."""

from collections.abc import Iterator

from khabar.extraction.events.agreement import entities_agree, is_man, may_mean
from khabar.extraction.events.arguments import arguments
from khabar.extraction.events.homelands import country_of
from khabar.extraction.events.lexicon import closed, is_a, is_that_with_pronoun, stands_at, ware_words, word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.extraction.references import Reference
from khabar.language.normalise import fold
from khabar.values.entity import Entity, EntityId, Kind
from khabar.values.grammar import Number

Ids = tuple[EntityId, ...]
_PRONOUNS = ("هما", "هم", "ها", "ه")  # the longest first
_BACK = 120  # tokens before a pronoun in which the one stands whom it means
_SENTENCE = 60  # tokens of a sentence that are looked at


def pronoun_of(form: str) -> str:
    """The pronoun of the third person that a word ends in; empty for none."""
    return next((end for end in _PRONOUNS if form.endswith(end)), "")


def pronoun_means(scene: Scene, token: int, others: Ids = ()) -> Ids:
    """Whom a pronoun attached to a token may mean: the last named before who is none of the others."""
    reference = scene.referents.at(token)
    if reference and reference.how == "pronoun":
        return reference.entities
    first = max(scene.analysed.paragraph_at(token)[0], token - _BACK)
    pronoun = pronoun_of(scene.forms[token])
    wanted = 2 if pronoun == "هما" else 1
    found: list[EntityId] = []
    for before in reversed(scene.referents.between(first, token)):
        if not set(before.entities) & set(others) and may_mean(scene, pronoun, before) and not _aside(scene, before):
            found.extend(e for e in before.entities if e not in found)
        if len(found) >= wanted:
            break
    return tuple(reversed(found))


def _aside(scene: Scene, reference: Reference) -> bool:
    """Whether a name stands in brackets, or only tells the make of something: a car of the type Aurus, a car Aurus.

    Or it tells to whom somebody else is tied: the group backed by Ghana.
    """
    at = reference.first - 1
    if at >= 0 and scene.forms[at] == "(":
        return True
    tie = at if reference.particle else at - 1 if at > 0 and scene.forms[at] in closed("preposition") else -1
    if tie > 0 and is_a("tied_to", scene.forms[tie]):
        return True
    if at < 0 or reference.particle or not all(scene.entity(e).kind is Kind.ORGANISATION for e in reference.entities):
        return False
    return is_a("makes", scene.forms[at]) or stands_at(ware_words(), scene.forms, at) > 0


def named_by_that(scene: Scene, p: Predicate, that: int) -> Ids:
    """Whom the pronoun in أنه means: in a second such clause its topic, else the speaker, if they agree."""
    speaker = scene.speaker_at(p.first)
    if p.about.person == 1 and p.about.number is Number.PLURAL:
        return _we(scene, speaker)
    if p.about.person == 1 or that < 0:
        return speaker
    form = scene.forms[that]
    pronoun = pronoun_of(form)
    if form.startswith("و"):
        topic = topic_before(scene, that)
        if topic and entities_agree(scene, pronoun, topic):
            return topic
    if speaker and entities_agree(scene, pronoun, speaker):
        return speaker
    return pronoun_means(scene, that) or _country_spoken_for(scene, pronoun, speaker)


def _we(scene: Scene, speaker: Ids) -> Ids:
    """Whom somebody means by we: the body that he speaks for, else himself; an official may mean his country."""
    bodies = [scene.entity(e) for e in spoken_for(scene, speaker)]
    titles = [t for e in speaker for t in (scene.entity(e).name, *_titles(scene, scene.entity(e)))]
    envoys = any(is_a("envoys", fold(title).split()[0]) for title in titles)
    own = all(b.kind is Kind.ORGANISATION and not is_a("state_bodies", fold(b.name).split()[0]) for b in bodies)
    return tuple(b.id for b in bodies) if own and not envoys else speaker


def _titles(scene: Scene, entity: Entity) -> Iterator[str]:
    return (role.span.of(scene.analysed.evened) for role in entity.roles)


def _country_spoken_for(scene: Scene, pronoun: str, speaker: Ids) -> Ids:
    """The country of a man who says what she does: his own, of which he spoke before."""
    people = [scene.entity(e) for e in speaker]
    if pronoun != "ها" or len(people) != 1 or not is_man(scene, people[0]):
        return ()
    land = country_of(scene.referents, people[0])
    return (land,) if land else ()


def topic_before(scene: Scene, that: int) -> Ids:
    """Whom the clause in أن before another one is about."""
    first = max(scene.analysed.sentence_at(that)[0], that - _SENTENCE)
    for at in range(that - 1, first - 1, -1):
        if scene.forms[at] in word_set("that") or that_with_pronoun(scene, at):
            found = [a for a in arguments(scene, at + 1, that)[0] if a.entities]
            return found[0].entities if found else ()
    return ()


def that_with_pronoun(scene: Scene, at: int) -> bool:
    """Whether a token is أن with a pronoun: أنه, بأنها, وأنهم."""
    return at >= 0 and is_that_with_pronoun(scene.forms[at])


def only_particles(scene: Scene, first: int, last: int) -> bool:
    """Whether only particles, time expressions and marks stand between two tokens."""
    skipped = closed("auxiliary", "negation", "adverb", "relative", "whoever", "of_whoever") | word_set("and_also")
    tokens = scene.analysed.tokens
    return all(
        not {scene.forms[at], scene.forms[at].removeprefix("و")}.isdisjoint(skipped)
        or at in scene.time_tokens
        or tokens[at].kind != "word"
        for at in range(first, last)
    )


def spoken_for(scene: Scene, ids: Ids) -> Ids:
    """Whose deed it is that somebody announces: the body's that the speaker speaks for."""
    found: list[str] = []
    for e in ids:
        entity = scene.entity(e)
        offices = [role.of for role in entity.roles if role.of] if entity.kind is Kind.PERSON else []
        body = offices[0] if offices else entity.of if entity.kind is Kind.GROUP else None
        found.append(body if body and body in scene.referents.by_id else e)
    return tuple(dict.fromkeys(found))
