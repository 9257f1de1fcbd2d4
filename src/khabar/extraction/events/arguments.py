"""The noun phrases beside a predicate, each with the preposition that it stands behind."""

from dataclasses import dataclass
from functools import cache

from khabar.extraction.events.argument import Argument
from khabar.extraction.events.clauses import REACH, behind_aside, ends_clause, is_hard_mark
from khabar.extraction.events.lexicon import Words, class_words, closed, is_a, may_open, stands_at, word_set
from khabar.extraction.events.scene import ATTACHED, BARE, Scene
from khabar.extraction.events.unnamed import counted_anew
from khabar.extraction.references import Reference
from khabar.language.clitics import splits
from khabar.language.conjugation import Gender, Tense
from khabar.language.number_words import number_word
from khabar.language.remembered import remembered
from khabar.values.entity import Kind
from khabar.values.grammar import Number
from khabar.values.why import EntityRule

__all__ = ["AGENT", "Argument", "arguments", "is_plain_verb", "with_pronoun"]

AGENT = "agent"
VOICE = "voice"  # by whose mouth it is said: plays no part itself
_DASHES = frozenset({"-", "–", "—"})
_NISBA = ("ي", "ية")
_NEAR = "قرب"
_BETWEEN = "بين"
_IN, _BY = "في", "ب"
_APART = 2  # a comma and an adjective
_SHORT_NOUN = 3  # letters of nouns in ت such as بيت and وقت
_FROM = "من"
_OF = (_FROM, "ل")
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
                walk.commas += not (walk.commas and walk.commas % 2 == 0 and _closes_date(scene, at))
                walk.start, walk.label = -1, BARE
            at += 1
        elif reference:
            _take(scene, walk, found, reference, at)
            if walk.commas % 2 == 0:  # inside an aside, what closes the name closes the aside too
                walk.commas += _closed_inside(scene, reference)
            at = max(reference.last, at + 1)
        elif beyond := behind_aside(scene, at, last):
            at = beyond
        elif ends_clause(scene, at, through) or (at > first and scene.forms[at] in word_set("was")):
            break
        else:
            at += _word(scene, walk, found, at)
    return tuple(a for a in found if a.label != VOICE and not _is_make(scene, a)), at


def _closes_date(scene: Scene, at: int) -> bool:
    """Whether a comma closes a date that stands right behind an aside: the minister, John, on Sunday, accused."""
    before = at - 1
    while before in scene.time_tokens:
        before -= 1
    return before < at - 1 and scene.forms[before] == "،"


def _closed_inside(scene: Scene, reference: Reference) -> int:
    """How many commas a name holds before an apposition that one behind it closes: the minister, John, accused."""
    if scene.forms[reference.last : reference.last + 1] != ("،",):
        return 0
    return scene.forms[reference.first : reference.last].count("،")


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
    someone = _is_someone(scene.forms, at) and not _tells_the_kind(scene, at)
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
    if form in _skipped() or (number_word(form) and (not walk.label or _is_someone(scene.forms, at + 1))):
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
    if plain in word_set("among") and found and _is_counted(found[-1], at):
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
        named = reference.how == "name" and (before.how == "adjective" or _is_person(scene, reference))
        merged = reference.entities if named or not before.entities else before.entities
        found[-1] = before._replace(entities=merged, last=reference.last, how=_how(before, reference))
        walk.closed_at = reference.last
        return
    one_of, walk.among = walk.among, False
    beside = joined and not attached and bool(before) and not _opens_next(scene, before, reference)
    if before and (one_of or (beside and _coordinated(scene, before, reference))):
        found[-1] = before._replace(
            entities=tuple(dict.fromkeys(before.entities + reference.entities)), last=reference.last
        )
        walk.closed_at = reference.last
        return
    if attached:
        walk.label, walk.start = attached, reference.first
    if before and walk.label in _OF and at - before.last <= 3 and _members_of(scene, before, at, walk.label):
        found[-1] = before._replace(
            entities=reference.entities
        )  # fighters of the group, planes that belong to the army
    elif walk.label and _is_over(scene, walk, reference):
        walk.label, walk.start = BARE, reference.first
    if walk.start < 0 or walk.closed_at == reference.first or (before and before.start == walk.start):
        walk.start = reference.first
    if walk.label in (BARE, _BY) and _is_side(scene, reference, walk.start):
        walk.label = _NEAR if walk.start == at else _IN  # three died, north of the town, in the north of the country
    agentive = walk.start == reference.first or _is_someone(scene.forms, walk.start)
    forces = is_a("forces", scene.forms[walk.start])
    how = "name" if reference.how == "pronoun" else reference.how  # "his country" names one
    found.append(
        Argument(walk.label, reference.entities, walk.start, at, reference.last, how, walk.commas, agentive, forces)
    )
    walk.label, walk.start, walk.closed_at = BARE, -1, reference.last


def _is_somebody_else(scene: Scene, walk: _Walk, reference: Reference) -> bool:
    """Whether a word for somebody unknown stands before a name and is no part of it: an extremist, a man."""
    if walk.label or walk.start < 0 or reference.how not in ("name", "description") or reference.particle:
        return False
    inside = scene.forms[walk.start : reference.first]
    return bool(inside) and is_a("somebody", inside[0]) and not any(form.startswith("ال") for form in inside)


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
    if before.how in ("adjective", "words") and _is_vessel(scene, reference):
        return gap <= _APART  # the American carrier "Eisenhower"
    person = _is_person(scene, reference)
    if before.how in ("words", "owned") and walk.start == before.start:
        complete = reference.how == "name" and not person
        complete = complete and (bool(before.entities) or _opens_another(scene, before, reference))
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


def _opens_another(scene: Scene, before: Argument, reference: Reference) -> bool:
    """Whether a definite name stands behind a noun phrase that is complete: guards of the villages - the army."""
    inside = scene.forms[before.last : reference.first]
    complete = bool(inside) and inside[-1].startswith("ال") and not inside[-1].endswith(_NISBA)
    return complete and scene.forms[reference.first].startswith("ال")


def _is_side(scene: Scene, reference: Reference, start: int) -> bool:
    """Whether a place is told as where something happens, with no preposition."""
    kinds = {scene.entity(e).kind for e in reference.entities}
    lands = {Kind.PLACE} if start == reference.first else {Kind.PLACE, Kind.COUNTRY}
    return kinds <= lands and is_a("sides", scene.forms[start]) and reference.first - start <= _APART


def _is_counted(before: Argument, at: int) -> bool:
    """Whether several stand right before a word that goes on to name some of them."""
    return at - before.last <= _APART and before.how in ("words", "group")


def is_plain_verb(scene: Scene, at: int) -> bool:
    """Whether a word that no lexicon holds ends as a verb of the past with a feminine subject, named right behind."""
    form = scene.forms[at]
    verb = len(form) > _SHORT_NOUN and form.endswith("ت") and not form.endswith("ات")
    return verb and _opens_on_name(scene, at + 1)


def _opens_on_name(scene: Scene, at: int) -> bool:
    reference = scene.referents.at(at)
    return reference is not None and reference.first == at and not reference.particle


def _members_of(scene: Scene, before: Argument, at: int, label: str) -> bool:
    """Whether a noun phrase names people or things by nothing but whose they are, which is told behind it.

    Not where another preposition stands between: gunmen attacked, on a road, the army.
    """
    if (closed("preposition") - {label}) & set(scene.forms[before.last : at]):
        return False
    if before.how == "group":
        head = scene.forms[before.first]
        return before.last - before.first == 1 and (is_a("members", head) or is_a("stands_for_owner", head))
    return before.how == "words" and not before.entities


def _is_person(scene: Scene, reference: Reference) -> bool:
    return all(scene.entity(e).kind is Kind.PERSON for e in reference.entities)


def _is_vessel(scene: Scene, reference: Reference) -> bool:
    return all(scene.entity(e).rule == EntityRule.VESSEL for e in reference.entities)


def _opens_next(scene: Scene, before: Argument | None, reference: Reference) -> bool:
    """Whether a name joined by و is the subject of a clause of its own: raids on Togo and Kenya condemns them."""
    verb = scene.predicate_at.get(reference.last)
    if verb is None or not verb.verbal or reference.how != "name" or (before and before.label == _BETWEEN):
        return False
    alone = verb.about.tense is Tense.PRESENT and verb.about.number is Number.SINGULAR and not verb.proclitics
    return alone and not verb.passive and _is_hers(scene, reference, verb.about.gender)


def _is_hers(scene: Scene, reference: Reference, gender: Gender) -> bool:
    """Whether a verb of a gender may be said of somebody: a feminine one of a country."""
    lands = {scene.entity(e).kind for e in reference.entities} <= {Kind.COUNTRY, Kind.PLACE}
    return gender is (Gender.FEMININE if lands else Gender.MASCULINE)


def _coordinated(scene: Scene, before: Argument, reference: Reference) -> bool:
    between = scene.forms[before.last : reference.first]
    return len(between) <= 2 and all(f == "،" or f.startswith("ال") or not f[0].isalpha() for f in between)


def _tells_the_kind(scene: Scene, at: int) -> bool:
    """Whether a word for people is an adjective of the event noun before it: an armed attack."""
    noun = scene.predicate_at.get(at - 1)
    if noun is None or noun.verbal or noun.enclitic or not is_a("kinds_of_attack", scene.forms[at]):
        return False
    return ("ال" in noun.proclitics) == scene.forms[at].startswith("ال")


def _is_someone(forms: tuple[str, ...], at: int) -> bool:
    return at < len(forms) and _acts(forms[at])


@remembered
def _acts(form: str) -> bool:
    """Whether a word names somebody who can act."""
    return any(is_a(name, form) for name in ("people", "forces", "able_to_act"))
