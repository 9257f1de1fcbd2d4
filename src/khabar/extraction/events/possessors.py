"""Whom the pronouns mean that stand around a predicate, alone or in a thing of somebody's."""

from khabar.extraction.events.antecedents import Ids, pronoun_means
from khabar.extraction.events.arguments import Argument, with_pronoun
from khabar.extraction.events.homelands import office_country_of
from khabar.extraction.events.lexicon import closed
from khabar.extraction.events.scene import Scene
from khabar.values.entity import Kind

_POINTING = ("pronoun", "owned")  # arguments that a pronoun stands in: to them, their soldiers


def owner_behind(scene: Scene, at: int, others: Ids) -> Ids:
    """Whose a thing is that stands with a pronoun right behind a verb: hacked its site, killed their leader."""
    form = scene.forms[at] if at < len(scene.forms) else ""
    if form in closed() or with_pronoun(form) or scene.referents.at(at) or not form.endswith(("ها", "هم", "هما")):
        return ()
    return pronoun_means(scene, at, others)


def resolved(scene: Scene, labelled: tuple[Argument, ...], others: Ids) -> tuple[Argument, ...]:
    """Arguments whose pronouns are told whom they mean."""
    return tuple(
        a._replace(entities=_whose(scene, a, pronoun_means(scene, a.first, others)))
        if a.how in _POINTING and not a.entities
        else a
        for a in labelled
    )


def _whose(scene: Scene, argument: Argument, owners: Ids) -> Ids:
    """The owners of what a pronoun stands in: of a president's troops the country, of a spokesman's his body."""
    people = [scene.entity(e) for e in owners]
    if not argument.forces or len(people) != 1 or people[0].kind is not Kind.PERSON:
        return owners
    land = office_country_of(scene.referents, people[0])
    bodies = (role.of for role in people[0].roles if role.of in scene.referents.by_id)
    body = land or next((e for e in bodies if e and scene.entity(e).kind is Kind.ORGANISATION), None)
    return (body,) if body else owners
