"""The noun phrases beside a predicate, each with the preposition that it stands behind."""

from dataclasses import dataclass
from functools import cache

from khabar.extraction.events.argument import Argument
from khabar.extraction.events.clauses import REACH, behind_aside, ends_clause, is_hard_mark
from khabar.extraction.events.lexicon import Words, class_words, closed, is_a, may_open, stands_at, word_set
from khabar.extraction.events.noun_phrases import (
    are_members_of,
    closes_date,
    commas_closed_inside,
    is_coordinated,
    is_counted,
    is_person,
    is_someone,
    is_vessel,
    opens_another,
    opens_next,
    tells_the_kind,
)
from khabar.extraction.events.one_nation import of_one_nation
from khabar.extraction.events.scene import ATTACHED, BARE, Scene
from khabar.extraction.events.unnamed import counted_anew
from khabar.extraction.references import Reference
from khabar.language.clitics import splits
from khabar.language.number_words import number_word
from khabar.language.remembered import remembered
from khabar.values.entity import EntityId, Kind

__all__ = ["AGENT", "Argument", "arguments", "is_plain_verb", "with_pronoun"]

AGENT = "agent"
VOICE = "voice"  # by whose mouth it is said: plays no part itself
_DASHES = frozenset({"-", "–", "—"})
_NEAR = "قرب"
_IN, _BY = "في", "ب"
_APART = 2  # a comma and an adjective
_SHORT_NOUN = 3  # letters of nouns in ت such as بيت and وقت
_FROM = "من"
_OF = (_FROM, "ل")
_DUAL, _PLURAL = ("تان", "تين"), "ون"
_OWNERS = ("ها", "هم", "هما", "ه")
_PRONOUNS = frozenset({"ه", "ها", "هم", "هما", "هن", "نا"})


@dataclass
class _Walk:
    """The state of one walk over tokens."""

    label: str = BARE
    start: int = -1  # of the noun phrase; -1: none is open
    commas: int = 0
    closed_at: int = -1  # where the last argument ended
    among: bool = False  # one of those named before is named next


def arguments(
    scene: Scene, first: int, last: int, through: frozenset[int] = frozenset()
) -> tuple[tuple[Argument, ...], int]:
    """The arguments from one token up to another, and where the looking ended: at a verb or the clause's end."""
    stretch = (first, min(last, first + REACH), through)
    found = scene.walked.get(stretch)
    if found is None:
        found = scene.walked[stretch] = _arguments(scene, *stretch)
    return found


def _arguments(scene: Scene, first: int, last: int, through: frozenset[int]) -> tuple[tuple[Argument, ...], int]:
    found: list[Argument] = []
    walk, at = _Walk(), first
    tokens, reference_at, times = scene.analysed.tokens, scene.referents.at, scene.time_tokens
    while at < last:
        token = tokens[at]
        reference = reference_at(at)
        if walk.label and counted_anew(scene, at):
            walk.label, walk.start = BARE, -1  # killed with live fire dozens
        if at in times:
            at += 1
        elif token.kind == "mark" and not (reference and reference.first < at):
            if is_hard_mark(scene, at) and not _joins_nationalities(scene, found, at):
                break
            if token.form == "،":
                walk.commas += not (walk.commas and walk.commas % 2 == 0 and closes_date(scene, at))
                walk.start, walk.label = -1, BARE
            at += 1
        elif reference:
            _take(scene, walk, found, reference, at)
            if walk.commas % 2 == 0:  # inside an aside, what closes the name closes the aside too
                walk.commas += commas_closed_inside(scene, reference)
            at = max(reference.last, at + 1)
        elif beyond := behind_aside(scene, at, last):
            at = beyond
        elif ends_clause(scene, at, through) or (at > first and scene.forms[at] in word_set("was")):
            break
        else:
            at += _word(scene, walk, found, at)
    found = [a for a in found if a.label != VOICE and not _is_make(scene, a)]
    return tuple(of_one_nation(scene, found)), at


def _joins_nationalities(scene: Scene, found: list[Argument], at: int) -> bool:
    """Whether a dash stands between two adjectives of nationality: the Ghanaian - Togolese talks."""
    behind = scene.referents.at(at + 1) if scene.forms[at] in _DASHES else None
    before = found[-1] if found else None
    if behind is None or before is None or before.last != at:
        return False
    return before.how == behind.how == "adjective"


def _is_make(scene: Scene, argument: Argument) -> bool:
    """Whether a noun phrase only tells of what make something is: a car of the type Aurus."""
    return argument.start < argument.first and is_a("makes", scene.forms[argument.start])


def _word(scene: Scene, walk: _Walk, found: list[Argument], at: int) -> int:
    """Reads a word that no reference stands on; gives how many words were read."""
    form = scene.forms[at]
    read = 0 if _is_plain(form) else _set_phrase(scene, walk, at) or _particle(scene, walk, found, at)
    if read:
        return read
    attached = scene.attached_preposition(at)
    if not walk.label and not found and is_plain_verb(scene, at):
        return 1
    if attached:
        walk.label, walk.start = attached, at
    elif walk.start < 0 or walk.closed_at == at:
        walk.start = at
    owned = form.endswith(_OWNERS)
    if walk.start != at:
        return 1
    someone = is_someone(scene.forms, at) and not tells_the_kind(scene, at)
    if someone or (owned and is_a("stands_for_owner", form)):
        forces = is_a("forces", form)
        how = "owned" if owned else "words"
        found.append(Argument(walk.label, (), at, at, at + 1, how, walk.commas, True, forces))
        walk.closed_at = -1
    return 1


@remembered
def _is_plain(form: str) -> bool:
    """Whether a word is no particle, figure or pronoun and opens no set phrase, as most are."""
    plain = form[1:] if form[0] in "وف" else form
    listed = _skipped() | closed("preposition") | word_set("among") | word_set("object_pronouns")
    particle = form in listed or plain in listed or number_word(form) is not None
    return not (particle or with_pronoun(form) or with_pronoun(plain) or may_open(_set_phrases(), form))


def _particle(scene: Scene, walk: _Walk, found: list[Argument], at: int) -> int:
    """Reads a particle, a figure or a preposition with a pronoun; 0: the word is none of them."""
    form = scene.forms[at]
    if form[0] in ATTACHED and form[1:] in closed("demonstrative") and _is_definite(scene, at + 1):
        walk.label, walk.start = form[0], at  # by this Ghanaian stand
        return 1
    if form in _skipped() or (number_word(form) and (not walk.label or is_someone(scene.forms, at + 1))):
        if walk.start < 0 and form in closed("adverb"):
            walk.label = BARE  # until now, since then
        if walk.closed_at >= 0 or walk.start < 0 or number_word(form):
            walk.start = -1
        return 1
    plain = form[1:] if form[0] in "وف" and form not in closed("preposition") else form
    if plain == _FROM and at and _counts_some(scene.forms[at - 1]) and not _is_deed(scene, at - 2):
        walk.start = -1  # the funds of a number of leaders, 12 of their men
        return 1
    if plain in closed("preposition"):
        walk.label, walk.start, walk.among = plain, -1, False
        return 1
    if plain in word_set("among") and found and is_counted(found[-1], at):
        walk.among = True  # sanctions on five people, among them John
        walk.start, walk.closed_at = -1, at + 1
        return 1
    label = with_pronoun(form) or with_pronoun(plain)
    if label or plain in word_set("object_pronouns"):
        found.append(Argument(label, (), at, at, at + 1, "pronoun", walk.commas))
        walk.label, walk.start, walk.closed_at = BARE, -1, at + 1
        return 1
    return 0


def _is_deed(scene: Scene, at: int) -> bool:
    """Whether an event noun stands there: the killing of three of them is told with it."""
    deed = scene.predicate_at.get(at)
    return deed is not None and deed.is_deed


@remembered
def _counts_some(form: str) -> bool:
    """Whether a word or figure tells how many of those named behind من are meant."""
    return form.isdigit() or number_word(form) is not None or is_a("some_of", form)


def _is_definite(scene: Scene, at: int) -> bool:
    return at < len(scene.forms) and scene.forms[at].startswith("ال")


def _set_phrase(scene: Scene, walk: _Walk, at: int) -> int:
    """How many words are of a phrase that brings the doer, each of several, or a figure; 0: none."""
    agent = stands_at(class_words("agent"), scene.forms, at)
    if agent:
        walk.label, walk.start = AGENT, -1
        return agent
    voice = stands_at(class_words("by_the_mouth_of"), scene.forms, at)
    if voice:
        walk.label, walk.start = VOICE, -1
        return voice
    if scene.forms[at] in word_set("seated"):
        walk.label, walk.start = VOICE, -1  # a firm whose seat is Accra
        return 1
    each = stands_at(class_words("each_of"), scene.forms, at)
    if each and not scene.has_verb(at + each):
        walk.start = -1
        return each
    measure = stands_at(class_words("at_least"), scene.forms, at)
    figure = measure == 1 and at + 1 < len(scene.forms) and _is_number(scene.forms[at + 1])
    return measure if measure > 1 or figure else 0  # more than twenty people: the preposition brings nobody


@cache
def _set_phrases() -> Words:
    return (
        class_words("agent")
        | class_words("by_the_mouth_of")
        | class_words("seated")
        | class_words("each_of")
        | class_words("at_least")
    )


def _is_number(form: str) -> bool:
    return form[0].isdigit() or number_word(form) is not None


def _take(scene: Scene, walk: _Walk, found: list[Argument], reference: Reference, at: int) -> None:
    apart = _is_somebody_else(scene, walk, reference)  # killed a young man John
    if apart:
        if not (found and found[-1].start == walk.start):
            found.append(Argument(BARE, (), walk.start, walk.start, walk.start + 1, "words", walk.commas, True))
        walk.start, walk.closed_at = reference.first, reference.first
    joined = bool({"و", "ف"} & set(reference.particle))
    attached = next((letter for letter in reference.particle if letter in ATTACHED), BARE)
    before = found[-1] if found else None
    if before and not apart and _same_phrase(scene, before, reference, walk, joined or bool(attached)):
        if before.how == "adjective" and reference.how == "adjective":  # an agreement "Ghanaian Togolese"
            entities = tuple(dict.fromkeys(before.entities + reference.entities))
            found[-1] = before._replace(entities=entities, last=reference.last)
            walk.closed_at = reference.last
            return
        # "the Ghanaian minister John", "the Ghanaian suspect John"
        named = reference.how == "name" and (before.how == "adjective" or is_person(scene, reference))
        merged = reference.entities if named or not before.entities else before.entities
        merged = (*_first_of_pair(scene, before), *merged) if named and before.how == "adjective" else merged
        found[-1] = before._replace(entities=merged, last=reference.last, how=_how(before, reference))
        walk.closed_at = reference.last
        return
    one_of, walk.among = walk.among, False
    beside = joined and not attached and bool(before) and not opens_next(scene, before, reference)
    if before and (one_of or (beside and is_coordinated(scene, before, reference))):
        found[-1] = before._replace(
            entities=tuple(dict.fromkeys(before.entities + reference.entities)), last=reference.last
        )
        walk.closed_at = reference.last
        return
    if attached:
        walk.label, walk.start = attached, reference.first
    if before and walk.label in _OF and at - before.last <= 3 and are_members_of(scene, before, at, walk.label):
        found[-1] = before._replace(
            entities=reference.entities
        )  # fighters of the group, planes that belong to the army
    elif walk.label and _is_over(scene, walk, reference):
        walk.label, walk.start = BARE, reference.first
    if walk.start < 0 or walk.closed_at == reference.first or (before and before.start == walk.start):
        walk.start = reference.first
    if walk.label in (BARE, _BY) and _is_side(scene, reference, walk.start):
        walk.label = _NEAR if walk.start == at else _IN  # three died, north of the town, in the north of the country
    agentive = walk.start == reference.first or is_someone(scene.forms, walk.start)
    forces = _are_forces(scene, walk.start)
    how = "name" if reference.how == "pronoun" else reference.how  # "his country" names one
    found.append(
        Argument(walk.label, reference.entities, walk.start, at, reference.last, how, walk.commas, agentive, forces)
    )
    walk.label, walk.start, walk.closed_at = BARE, -1, reference.last


def _first_of_pair(scene: Scene, before: Argument) -> tuple[EntityId, ...]:
    """Who stands by name behind the first of two nationalities of one noun: both leaders, the Ghanaian José and …"""
    *first, last = before.entities or ("",)
    people = bool(first) and all(scene.entity(e).kind is Kind.PERSON for e in first)
    return tuple(first) if people and scene.entity(last).kind is Kind.COUNTRY else ()


def _are_forces(scene: Scene, at: int) -> bool:
    """Whether a head noun is a force's, or counts its members: troops, 1500 soldiers."""
    head = scene.forms[at]
    if is_a("forces", head) or (at > 0 and is_a("members", head) and _counts_some(scene.forms[at - 1])):
        return True
    return head.isdigit() and at + 1 < len(scene.forms) and is_a("members", scene.forms[at + 1])


def _is_somebody_else(scene: Scene, walk: _Walk, reference: Reference) -> bool:
    """Whether a word for somebody unknown stands before a name and is no part of it: an extremist, a man."""
    if walk.label or walk.start < 0 or reference.how not in ("name", "description") or reference.particle:
        return False
    inside = scene.forms[walk.start : reference.first]
    if inside and _takes_no_genitive(inside[-1]):
        return True
    return bool(inside) and is_a("somebody", inside[0]) and not any(form.startswith("ال") for form in inside)


@remembered
def _takes_no_genitive(form: str) -> bool:
    """Whether a noun stands in the dual or the plural with its final ن, which no genitive follows: two firms Ghana."""
    return form.endswith(_DUAL) or (form.endswith(_PLURAL) and is_a("people", form))


@remembered
def with_pronoun(form: str) -> str:
    """The preposition in له, إليها, بحقه; empty where a word is no such thing."""
    for split in splits(form):
        if not split.proclitics and split.enclitic:
            rest = split.rest.removesuffix("ي") + "ى" if split.rest.endswith("ي") else split.rest
            if {split.rest, rest} & closed("preposition"):
                return split.rest if split.rest in closed("preposition") else rest
    return form[0] if len(form) < 5 and form[:1] in ATTACHED and form[1:] in _PRONOUNS else BARE


@cache
def _skipped() -> frozenset[str]:
    """Words that stand before a verb or a noun phrase and are no part of it."""
    return closed("auxiliary", "negation", "adverb", "demonstrative", "quantifier") | word_set("in_place_of")


def _is_over(scene: Scene, walk: _Walk, reference: Reference) -> bool:
    """Whether a prepositional phrase ended before a name: it closed with a definite noun or a figure."""
    if reference.how != "name" or walk.start < 0:
        return False
    inside = scene.forms[walk.start : reference.first]
    if inside and is_a("capital", inside[-1]):
        return False  # in the capital Tunis
    return bool(inside) and (inside[-1].startswith(("ال", "بال", "لل")) or any(form[0].isdigit() for form in inside))


def _how(before: Argument, reference: Reference) -> str:
    named = before.how in ("words", "owned") and reference.how != "adjective"
    return reference.how if named else "words" if before.how == "owned" else before.how


def _same_phrase(scene: Scene, before: Argument, reference: Reference, walk: _Walk, clitic: bool) -> bool:
    """Whether a reference only goes on the noun phrase before: apposition, adjective, genitive."""
    if clitic or before.commas != walk.commas:
        owned = before.how == "adjective" and reference.how == "name"  # Ghanaian firms, Accra
        return set(before.entities) == set(reference.entities) and not (clitic or owned) and bool(before.entities)
    gap = reference.first - before.last
    if any(number_word(form) for form in scene.forms[before.last : reference.first]):
        return False  # its troops killed 30 Palestinians
    if before.how in ("adjective", "words") and is_vessel(scene, reference):
        return gap <= _APART  # the American carrier "Eisenhower"
    person = is_person(scene, reference)
    if before.how in ("words", "owned") and walk.start == before.start:
        complete = reference.how == "name" and not person
        complete = complete and (bool(before.entities) or opens_another(scene, before, reference))
        return gap <= 2 and not complete
    if set(before.entities) & set(reference.entities):
        return gap <= 3 and not walk.label  # not: Accra saw protests against the Ghanaian government
    if reference.how == "adjective":
        return gap <= 2 and walk.start < 0 and not walk.label
    if before.how == "adjective" and scene.forms[before.last - 1].endswith("ون"):
        return False  # the Kenyans arrested John
    if before.how in ("description", "adjective", "words") and reference.how == "name" and gap == 0:
        return person and not (before.how == "adjective" and before.start == before.first)
    between = scene.forms[before.last : reference.first]
    dated = any(at in scene.time_tokens for at in range(before.last, reference.first))
    return gap in (1, 2) and person and not dated and all(f.startswith("ال") and f not in closed() for f in between)


def _is_side(scene: Scene, reference: Reference, start: int) -> bool:
    """Whether a place is told as where something happens, with no preposition."""
    kinds = {scene.entity(e).kind for e in reference.entities}
    lands = {Kind.PLACE} if start == reference.first else {Kind.PLACE, Kind.COUNTRY}
    return kinds <= lands and is_a("sides", scene.forms[start]) and reference.first - start <= _APART


def is_plain_verb(scene: Scene, at: int) -> bool:
    """Whether a word that no lexicon holds ends as a verb of the past with a feminine subject, named right behind."""
    form = scene.forms[at]
    verb = len(form) > _SHORT_NOUN and form.endswith("ت") and not form.endswith("ات")
    return verb and _opens_on_name(scene, at + 1)


def _opens_on_name(scene: Scene, at: int) -> bool:
    reference = scene.referents.at(at)
    return reference is not None and reference.first == at and not reference.particle
