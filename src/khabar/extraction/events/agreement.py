"""Whether a verb and a noun phrase agree in gender, so far as letters tell."""

from functools import cache

from khabar.extraction.events.arguments import Argument
from khabar.extraction.events.lexicon import closed, is_a, word_set
from khabar.extraction.events.scene import Scene
from khabar.extraction.names.words import is_preposition
from khabar.extraction.references import Reference
from khabar.knowledge.actors import person_by_id
from khabar.knowledge.geography import countries
from khabar.language.conjugation import Gender
from khabar.language.normalise import fold
from khabar.values.entity import Entity, EntityId, Kind

_FEMININE_ENDINGS = ("ة", "ات")
_NISBA = ("ي", "ية")
_PLURAL = ("ون", "ين")
_HER_OF_SOMEBODY = ("ته", "تها", "تهم")  # his daughter, their spokeswoman


def agree(scene: Scene, gender: Gender, argument: Argument) -> bool:
    """False only where the verb is of the one gender and the noun phrase surely of the other."""
    own = gender_of(scene, argument)
    return own is Gender.EITHER or gender is Gender.EITHER or own is gender


def entities_agree(scene: Scene, pronoun: str, ids: tuple[EntityId, ...]) -> bool:
    """Whether a pronoun may stand for these entities, by the gender of their names."""
    if len(ids) != 1 or pronoun == "هما":
        return len(ids) != 1 and pronoun in ("هم", "هما", "")
    entity = scene.entity(ids[0])
    if entity.kind is Kind.PERSON:
        return pronoun != "هم" and not (pronoun == "ها" and is_man(scene, entity))
    several = fold(entity.name).endswith(_PLURAL)
    if (pronoun == "هم" and entity.kind is not Kind.GROUP and not several) or (pronoun == "ه" and several):
        return False
    word = fold(entity.name).split()[0] if entity.name.split() else ""
    if entity.kind is Kind.COUNTRY:
        gender = Gender.MASCULINE if word in word_set("masculine_countries") else Gender.FEMININE
    elif word.endswith(_FEMININE_ENDINGS):
        gender = Gender.FEMININE
    else:
        gender = Gender.MASCULINE if word in word_set("masculine") else Gender.EITHER
    return gender is not (Gender.FEMININE if pronoun == "ه" else Gender.MASCULINE)


def is_man(scene: Scene, entity: Entity) -> bool:
    """Whether a title in the masculine, or what we know of the name, shows that a person is a man."""
    titles = [fold(role.span.of(scene.analysed.evened)).split() for role in entity.roles]
    known = person_by_id(entity.known_as or "")
    told = any(words and words[0] in word_set("masculine") for words in titles)
    return told or (known is not None and not known.female)


def _is_woman(scene: Scene, entity: Entity) -> bool:
    """Whether a title in the feminine, or what we know of the name, shows that a person is a woman."""
    titles = [fold(role.span.of(scene.analysed.evened)).split() for role in entity.roles]
    known = person_by_id(entity.known_as or "")
    told = any(words and words[0].endswith("ة") and words[0] not in word_set("men_in_ta") for words in titles)
    return told or (known is not None and known.female)


def _of_person(scene: Scene, entity: Entity) -> Gender:
    """The gender of somebody named, by title or by what we know; of one of whom neither tells, or both, either."""
    woman, man = _is_woman(scene, entity), is_man(scene, entity)
    if woman is man:
        return Gender.EITHER
    return Gender.FEMININE if woman else Gender.MASCULINE


def may_mean(scene: Scene, pronoun: str, reference: Reference) -> bool:
    """Whether a pronoun of the third person may stand for what a reference names, by its gender and number."""
    kinds = {scene.entity(e).kind for e in reference.entities}
    if reference.how == "pronoun":
        return pronoun == "ها" and kinds == {Kind.COUNTRY}  # his country
    if Kind.PLACE in kinds:
        return False
    how = "name" if reference.how == "adjective" else reference.how
    gender = gender_of(scene, Argument("", reference.entities, reference.first, reference.first, reference.last, how))
    if reference.how == "adjective" and Kind.COUNTRY in kinds:
        gender = Gender.FEMININE
    woman = kinds == {Kind.PERSON} and all(_is_woman(scene, scene.entity(e)) for e in reference.entities)
    if pronoun == "ه":
        return gender is not Gender.FEMININE and not woman and not _are_several(scene, reference)
    if pronoun == "ها":
        return woman or (gender is not Gender.MASCULINE and Kind.PERSON not in kinds)
    return pronoun != "هم" or len(reference.entities) > 1 or not (Kind.PERSON in kinds or _is_one(scene, reference))


def _are_several(scene: Scene, reference: Reference) -> bool:
    """Whether a sound plural names unnamed people, for whom no pronoun of one stands: journalists."""
    return reference.how == "group" and scene.forms[reference.first].endswith(_PLURAL)


def _is_one(scene: Scene, reference: Reference) -> bool:
    """Whether a title in the masculine singular stands for somebody unnamed."""
    form = scene.forms[reference.first][len(reference.particle) :]
    return reference.how == "description" and form in word_set("masculine")


def gender_of(scene: Scene, argument: Argument) -> Gender:
    """The gender of a noun phrase by its first word, of a country by its name."""
    word = _first_word(scene, argument)
    adjective = _adjective(scene, argument)
    if argument.start == argument.first and argument.how == "name" and not adjective:
        kinds = {scene.entity(e).kind for e in argument.entities}
        if kinds == {Kind.COUNTRY} and " " not in word:
            masculine = word in word_set("masculine_countries") or word in _nationals()
            return Gender.MASCULINE if masculine else Gender.FEMININE
        of_body = word.endswith(_FEMININE_ENDINGS) or _may_be_governed(scene, argument.start)  # '[حكومة] مودي'
        if kinds == {Kind.PERSON} and len(argument.entities) == 1 and not of_body:
            return _of_person(scene, scene.entity(argument.entities[0]))
        if Kind.PERSON in kinds or Kind.MEDIA in kinds:
            return Gender.EITHER
    if word in word_set("crowd_counts") and argument.how != "name":
        return Gender.EITHER  # hundreds of demonstrators: the verb agrees with either
    if word in word_set("men_in_ta"):
        return Gender.EITHER  # قادة, عمدة: words for men that only look like feminines
    if word.endswith(_FEMININE_ENDINGS) or adjective.endswith(_FEMININE_ENDINGS):
        return Gender.FEMININE
    if argument.how == "description" and word.endswith(_HER_OF_SOMEBODY):
        return Gender.FEMININE
    definite = word.startswith("ال") and (argument.how == "description" or bool(adjective))
    return Gender.MASCULINE if definite or word in word_set("masculine") else Gender.EITHER


def _may_be_governed(scene: Scene, start: int) -> bool:
    """Whether a noun stands before a name to which it may belong, and with which the verb agrees.

    A title may stand between: 'حكومة [الرئيس أردوغان]', 'حكومة [رئيس الوزراء مودي]'.
    """
    at = start - 1
    while at > 0 and (scene.forms[at].startswith("ال") or is_a("masculine", scene.forms[at])):
        at -= 1
    if at < 0 or scene.analysed.tokens[at].kind != "word":
        return False
    verb = scene.predicate_at.get(at)
    function = is_preposition(scene.forms[at]) or scene.forms[at] in closed()
    return not (function or (verb is not None and verb.verbal))


@cache
def _nationals() -> frozenset[str]:
    """Plural nouns that name a people, and with it their country: الروس; not اليونان, which is the country's name."""
    names = {fold(name) for country in countries() for name in country.names}
    return frozenset(fold("ال" + word) for country in countries() for word in country.nationals) - names


def _adjective(scene: Scene, argument: Argument) -> str:
    """The adjective of nationality that describes a definite noun in a name, whose ending tells: the Syrian regime."""
    words = scene.forms[argument.start : argument.last]
    named = argument.start == argument.first and argument.how == "name" and len(words) > 1
    described = named and words[0].startswith("ال") and words[1].startswith("ال")
    return words[1] if described and words[1].endswith(_NISBA) else ""


def _first_word(scene: Scene, argument: Argument) -> str:
    form = scene.forms[argument.start]
    reference = scene.referents.at(argument.start)
    if reference and reference.first == argument.start:
        return form[len(reference.particle) :]
    return form
