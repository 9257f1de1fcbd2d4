"""Whether a noun phrase beside a verb is its subject, by gender, number and what verb it is."""

from khabar.extraction.events.agreement import agree
from khabar.extraction.events.antecedents import only_particles
from khabar.extraction.events.arguments import Argument, arguments
from khabar.extraction.events.clauses import clause_start, is_joined
from khabar.extraction.events.lexicon import closed, folded, is_a, modals, stands_at, word_set
from khabar.extraction.events.noun_phrases import can_act
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import BARE, Scene
from khabar.extraction.events.unnamed import are_several, is_accusative, is_crowd
from khabar.knowledge.event_words import OBJECT
from khabar.language.conjugation import Gender, Tense
from khabar.values.entity import Kind
from khabar.values.event import EventMode, EventType
from khabar.values.grammar import Number

_TOPIC = 14  # tokens from أما to the verb of its clause
_PARAGRAPHS = 2  # of a report with a headline, at the least
_JOINED = 2  # tokens before a name in which another stands that it may be joined to
_DESCRIBED_BY = ("words", "group", "description")  # arguments that name nobody
_DESCRIBED = 3  # tokens from an event noun to its verb: adjectives between


def subject_before(scene: Scene, p: Predicate, begin: int, found: tuple[Argument, ...], end: int) -> Argument | None:
    """The subject before its verb, as in headlines and after أن."""
    if {"و", "ف"} & set(p.proclitics) or begin >= p.first or p.about.tense is Tense.ACTIVE_PARTICIPLE:
        return None
    if end < p.first:
        return None
    commas = sum(1 for at in range(begin, p.first) if scene.forms[at] == "،")
    bare = [a for a in found if a.label == BARE and ((commas - a.commas) % 2 == 0 or _is_topic(scene, p, begin, a))]
    bare = [a for a in bare if not _is_of_several(scene, p, a)]
    own = [a for a in bare if a.entities] or (bare if begin and is_that(scene, begin - 1) else [])
    return own[0] if own else None


def _is_of_several(scene: Scene, p: Predicate, argument: Argument) -> bool:
    """Whether a verb in the plural is not said of the one person that stands before it."""
    one = len(argument.entities) == 1 and all(scene.entity(e).kind is Kind.PERSON for e in argument.entities)
    return one and p.about.number is Number.PLURAL and p.about.person == 3


def _is_topic(scene: Scene, p: Predicate, begin: int, argument: Argument) -> bool:
    """Whether a noun phrase is all that stands between أن and a verb, but for a comma that parts them."""
    alone = argument.start == begin and argument.last == p.first - 1 and scene.forms[p.first - 1] == "،"
    return alone and begin > 0 and is_that(scene, begin - 1)


def fronted_topic(scene: Scene, p: Predicate) -> Argument | None:
    """Whom a verb with ف is about behind أما: as for Ghana, it sells."""
    first = max(scene.analysed.sentence_at(p.first)[0], p.first - _TOPIC)
    as_for = next((at for at in range(p.first - 1, first - 1, -1) if scene.forms[at] in word_set("as_for")), -1)
    joined = is_joined(scene, p) and scene.forms[p.first if p.proclitics else p.first - 1].startswith("ف")
    if not joined or as_for < 0:
        return None
    topic = next(iter(arguments(scene, as_for + 1, p.first)[0]), None)
    opens = topic is not None and topic.label == BARE and topic.start == as_for + 1
    return topic if topic and opens and agree(scene, p.about.gender, topic) else None


def subject_of_was(scene: Scene, p: Predicate) -> Argument | None:
    """The subject of a pluperfect whose verb stands far behind, an aside before it: Ghana, which left, had said."""
    at = p.first - 1
    if at < 1 or scene.forms[at] != "قد" or scene.forms[at - 1] != "،":
        return None
    first = scene.analysed.sentence_at(p.first)[0]
    if scene.forms[first].removeprefix("و") not in word_set("was"):
        return None
    subject = next(iter(arguments(scene, first + 1, at)[0]), None)
    opens = subject is not None and subject.label == BARE and subject.start == first + 1
    return subject if subject and opens and agree(scene, p.about.gender, subject) else None


def joined_subject(scene: Scene, p: Predicate) -> Argument | None:
    """A name that و opens another clause with, its verb right behind: Ghana sells arms and Togo complains."""
    at = p.first - 1
    while at > 0 and (at in scene.time_tokens or scene.forms[at] in closed("adverb", "negation", "auxiliary")):
        at -= 1
    name = scene.referents.at(at)
    if name is None or name.last != at + 1 or name.particle != "و" or name.how not in ("name", "description"):
        return None
    if {"و", "ف"} & set(p.proclitics) or p.about.number is not Number.SINGULAR or not p.about.tense.finite:
        return None
    if _is_joined_to(scene, name.first) and not _goes_on_in_headline(scene, p, name.first):
        return None  # Ghana and Togo sell
    subject = Argument(BARE, name.entities, name.first, name.first, name.last, name.how)
    return subject if agree(scene, p.about.gender, subject) else None


def _is_joined_to(scene: Scene, at: int) -> bool:
    """Whether a name stands before another that may be joined to it; a nationality is joined to no name."""
    before = (scene.referents.at(i) for i in range(at - _JOINED, at) if i >= 0)
    return any(reference is not None and reference.how != "adjective" for reference in before)


def _goes_on_in_headline(scene: Scene, p: Predicate, at: int) -> bool:
    """Whether a headline tells in the present of one more: Ghana sells arms to Togo and Kenya complains."""
    first = scene.analysed.sentence_at(at)[0]
    if first or p.about.tense is not Tense.PRESENT or len(scene.analysed.paragraphs) < _PARAGRAPHS:
        return False
    told = [q for q in scene.predicates_before(at, at) if q.verbal]
    return bool(told) and told[-1].about.tense is Tense.PRESENT and "بين" not in scene.forms[first:at]


def subject_behind_modal(scene: Scene, begin: int) -> Argument | None:
    """The subject of a verb that a modal governs with أن: Ghana may help; Ghana helped before, سبق لغانا أن ساعدت."""
    before = scene.referents.at(begin - 2) if begin > 1 else None
    if before and before.particle.endswith("ل") and before.first > 0 and is_that(scene, begin - 1):
        able = scene.forms[before.first - 1] in modals() | word_set("happened_to")
        name = Argument(BARE, before.entities, before.first, before.first, before.last, before.how)
        return name if able and before.last == begin - 1 else None
    modal = begin - 2
    if modal < 1 or scene.forms[begin - 1] not in word_set("that") or scene.forms[modal] not in modals():
        return None
    found, end = arguments(scene, clause_start(scene, modal), modal)
    own = [a for a in found if a.label == BARE and a.entities]
    return own[0] if own and end == modal else None


def is_that(scene: Scene, at: int) -> bool:
    """Whether a token is أن or إن, with or without a particle."""
    form = scene.forms[at]
    return form in word_set("that") or form[1:] in word_set("that")


def has_topic(scene: Scene, first: int, last: int) -> bool:
    """Whether words that we know nobody by stand between أن and the verb: its subject is among them."""
    if first < last and scene.forms[first].removeprefix("و") in word_set("was") and scene.forms[last - 1] == "قد":
        return not only_particles(scene, first + 1, last)  # a state had condemned
    if first == 0 or not is_that(scene, first - 1) or first >= last or only_particles(scene, first, last):
        return False
    opening = scene.forms[first]
    return opening not in closed("preposition") and not scene.attached_preposition(first)


def opens_with_deed(scene: Scene, p: Predicate, begin: int) -> bool:
    """Whether a clause opens with an event noun that its verb agrees with, and nobody is named before the verb."""
    deed = scene.predicate_at.get(begin)
    if p.enclitic or deed is None or deed.verbal or not deed.words or not begin < p.first <= begin + _DESCRIBED:
        return False
    if p.about.tense is Tense.ACTIVE_PARTICIPLE or {"و", "ف", "ل", "ب"} & (set(p.proclitics) | set(deed.proclitics)):
        return False
    definite = "ال" in deed.proclitics
    if not definite and begin != scene.analysed.sentence_at(begin)[0] and not is_that(scene, begin - 1):
        return False
    told = scene.analysed.tokens[deed.last : p.first]
    plain = all(t.kind == "word" and t.form not in closed() and t.form.startswith("ال") == definite for t in told)
    return plain and scene.forms[begin].endswith(("ة", "ات")) is (p.about.gender is Gender.FEMININE)


def is_struck_by_deed(scene: Scene, p: Predicate) -> bool:
    """Whether a verb of attack tells what an indefinite attack right before it hits: a deadly raid hit the army."""
    harm = bool(p.words) and all(word.type is EventType.ASSAULT and OBJECT in word.recipient for word in p.words)
    if not harm or p.enclitic or {"و", "ف", "ل"} & set(p.proclitics) or not p.about.tense.finite:
        return False
    deed = next(scene.predicates_before(p.first, _DESCRIBED), None)
    attack = deed is not None and deed.is_deed and any(word.type is EventType.ASSAULT for word in deed.words)
    if deed is None or not attack or deed.enclitic or "ال" in deed.proclitics:
        return False
    between = scene.analysed.tokens[deed.last : p.first]
    return all(t.kind == "word" and t.form not in closed() and not t.form.startswith("ال") for t in between)


def can_be_subject(scene: Scene, p: Predicate, argument: Argument) -> bool:
    """Whether nothing speaks against a noun phrase behind a verb as its subject: person, number, gender, ending."""
    if p.about.person == 1 or p.about.tense is Tense.ACTIVE_PARTICIPLE:
        return False
    if p.about.number is not Number.SINGULAR:
        return False
    if _accusative(scene, argument) or not agree(scene, p.about.gender, argument):
        return False
    head = scene.forms[argument.start]
    takes = any(OBJECT in word.recipient for word in p.words)
    if not (argument.agentive or p.passive) and _is_asked_for(scene, p, argument.start):
        return False  # withdrew the licence of the Ghanaian bank
    harm = any(word.type in (EventType.ASSAULT, EventType.COERCE) for word in p.words)
    if harm and is_a("stands_for_owner", head) and not p.passive:
        return False  # hit positions of the army
    if takes and _is_deed(scene, argument) and not _is_attack(scene, p, argument):
        return False  # condemned the moving of the embassy
    if p.about.gender is Gender.FEMININE and head.endswith("ها") and not head.endswith("تها"):
        return False  # it recalled its ambassador
    if argument.agentive or not takes:
        return True
    joined = bool({"و", "ف"} & set(p.proclitics))
    return argument.start == p.last and (not joined or _is_attack(scene, p, argument))


def strikes(scene: Scene, p: Predicate, first: Argument, rest: list[Argument]) -> bool:
    """Whether somebody's missiles or shells stand between a verb of harm and what they hit: they hit a town."""
    harm = bool(p.words) and all(word.type is EventType.ASSAULT for word in p.words)
    armed = harm and not p.enclitic and first.start == p.last and is_a("weapons", scene.forms[first.start])
    return armed and first.how == "adjective" and any(a.entities and a.commas == first.commas for a in rest)


def _is_asked_for(scene: Scene, p: Predicate, at: int) -> bool:
    """Whether a verb is an event only with the word that stands there: it is what is withdrawn."""
    plain = bool(p.words) and not scene.forms[at].startswith("ال")
    return plain and all(stands_at(folded(word.beside), scene.forms, at) for word in p.words)


def _is_deed(scene: Scene, argument: Argument) -> bool:
    """Whether a noun phrase opens with a noun of what somebody does, in the genitive of which others are named."""
    deed = scene.predicate_at.get(argument.start)
    plain = deed is not None and not deed.verbal and "ال" not in deed.proclitics
    return plain and argument.start < argument.first


def _is_attack(scene: Scene, p: Predicate, argument: Argument) -> bool:
    """Whether an attack stands behind the verb that tells what it hit: the Ghanaian raid hit a town."""
    deed = scene.predicate_at.get(argument.start)
    attack = deed is not None and not deed.verbal and any(w.type is EventType.ASSAULT for w in deed.words)
    return attack and any(w.type is EventType.ASSAULT for w in p.words)


def _is_one_of_people(form: str) -> bool:
    """Whether a word for people stands in the accusative, its alef no letter of its own: جنديا, not ميليشيا."""
    return form.endswith("ا") and can_act(form[:-1])


def _accusative(scene: Scene, argument: Argument) -> bool:
    """Whether an ending shows that a noun phrase is no subject: جزائريين, جنديا."""
    form = scene.forms[argument.start]
    if argument.how in _DESCRIBED_BY and is_accusative(form):
        return True  # sent an envoy, مبعوثا
    if form in word_set("men_in_ta"):  # the adjective has the ending: القادة الأوروبيين
        return any(word.endswith("ين") for word in scene.forms[argument.start + 1 : argument.start + 2])
    return form.endswith("يين") or (argument.how == "words" and (form.endswith("ين") or _is_one_of_people(form)))


def is_only_subject(scene: Scene, p: Predicate, argument: Argument) -> bool:
    """Whether a name right behind a verb that takes no person as object is its subject: whom John kept blaming."""
    takes = any(OBJECT in word.recipient for word in p.words)
    return not takes and argument.start == p.last and argument.agentive and can_be_subject(scene, p, argument)


def goal_first(scene: Scene, p: Predicate, first: Argument, rest: list[Argument]) -> bool:
    """Whether a visit tells where before who: visited Accra the minister of Togo."""
    if not rest or not any(word.mode is EventMode.VISIT and OBJECT in word.recipient for word in p.words):
        return False
    goal = {scene.entity(e).kind for e in first.entities}
    guest = {scene.entity(e).kind for e in rest[0].entities}
    people = bool(guest) and guest <= {Kind.PERSON, Kind.GROUP}
    return bool(goal) and goal <= {Kind.PLACE, Kind.COUNTRY} and people and can_be_subject(scene, p, rest[0])


def suffers(scene: Scene, p: Predicate, bare: tuple[Argument, ...]) -> bool:
    """Whether a verb such as "kill" with one noun behind it is passive, and that noun the victim."""
    if p.enclitic or p.passive is False or not any(word.passive for word in p.words):
        return False
    if bare and (is_crowd(scene, bare[0].last) or are_several(scene, bare[0].last)):
        return False  # the army killed dozens
    return len(bare) == 1 and p.about.tense is Tense.PAST and p.about.number is Number.SINGULAR
