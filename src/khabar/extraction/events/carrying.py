"""The verbs that carry event nouns: before them, or in a relative clause on them."""

from khabar.extraction.events.arguments import arguments, with_pronoun
from khabar.extraction.events.clauses import in_aside
from khabar.extraction.events.lexicon import closed, is_a, word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import ATTACHED, BARE, Scene
from khabar.knowledge.event_words import OBJECT, EventWord, Genitive, Gives
from khabar.language.normalise import fold
from khabar.language.number_words import number_word
from khabar.language.remembered import remembered
from khabar.values.event import EventType

_FAR = 16  # tokens between a carrying verb and the noun that it carries
_NISBA = ("ي", "ية")
_OF = "من"
_BESIDE = 4  # tokens from a noun within which a verb with no relative pronoun is said of it
_NEAR = 7  # tokens between a noun and the relative clause on it


def governor(scene: Scene, noun: Predicate) -> tuple[Predicate, Gives, str] | None:
    """The verb that carries an event noun, what its subject is to it, and the entry that says so."""
    label = label_of(scene, noun)
    wanted = label or OBJECT
    for verb in scene.predicates_before(noun.first, _FAR):
        if _is_ware_joined(scene, noun) and _cut_off(scene, verb.last, noun.first):
            return None  # he wants new weapons, and she owns technology and aid
        if in_aside(scene, verb.first, noun.first):
            continue
        if arguments(scene, verb.last, noun.first + 1, frozenset((noun.first,)))[1] < noun.first:
            if verb.verbal:
                return None
            continue
        behind_masdar = label == "ل" and not verb.verbal and verb.last == noun.first
        object_of_masdar = behind_masdar and is_undergone(scene, noun)  # an imposing of sanctions
        for carrier in verb.carriers:
            takes = [fold(slot) for slot in carrier.takes]
            if wanted in takes or (object_of_masdar and OBJECT in takes):
                return verb, carrier.gives, carrier.id
        if verb.verbal and verb.words and verb.words[0].type is EventType.ACCUSE:
            # whose deed is condemned is told with the deed; somebody is accused of one, and one is laid at his door
            done_to = any(word.genitive is Genitive.RECIPIENT for word in noun.words[:1])
            accused = label or OBJECT not in verb.words[0].recipient[:1] or not done_to
            return verb, Gives.ACCUSED if accused else Gives.NEITHER, ""
        if verb.verbal:
            return (verb, Gives.ACTOR, "") if label == "ل" and not is_undergone(scene, noun) else None
    return None


def _is_ware_joined(scene: Scene, noun: Predicate) -> bool:
    """Whether a noun of giving is joined to a noun that tells no event."""
    goods = any(word.goods for word in noun.words)
    return goods and "و" in noun.proclitics and _first_of_row(scene, noun) is noun


def _cut_off(scene: Scene, first: int, last: int) -> bool:
    """Whether a comma stands between two tokens that no other closes."""
    return scene.forms[first:last].count("،") % 2 == 1


def is_undergone(scene: Scene, noun: Predicate) -> bool:
    """Whether ل before a noun is no purpose: a target of an attack, sorrow for a death, a breach of sanctions."""
    return any(_is_no_purpose(word) for word in _first_of_row(scene, noun).words)


def _is_no_purpose(word: EventWord) -> bool:
    """Whether a noun names what is suffered, and no masdar of what somebody may want to do."""
    if word.type is EventType.SANCTION:
        return word.carried
    return word.type is EventType.ASSAULT and (word.undergone or word.genitive is Genitive.ACTOR)


def relative_verb(scene: Scene, noun: Predicate) -> Predicate | None:
    """The carrying verb of a relative clause on an event noun: the raid that they carried out."""
    end = scene.analysed.sentence_at(noun.first)[1]
    relative, found = False, None
    for at in range(noun.last, min(end, noun.last + _FAR)):
        verb = scene.predicate_at.get(at)
        if scene.forms[at] in closed("relative", "whoever"):
            if found is None and _is_on_another(scene, noun, at):
                return None
            relative = True
        elif verb and verb.verbal:
            behind = scene.forms[at + 1] if at + 1 < len(scene.forms) else ""
            ascribed = any(behind == fold(by) for carrier in verb.carriers for by in carrier.by)
            back = ascribed or bool(verb.enclitic) or (behind.startswith("ب") and bool(with_pronoun(behind)))
            beside = at - noun.last < _BESIDE and (ascribed or behind not in closed("preposition"))
            if not (verb.carriers and back and (relative or beside)):
                return found
            if tells_doer(verb):
                return verb
            found = verb  # the raids that the town saw were carried out by the army
        elif scene.forms[at] in word_set("when"):
            return found  # criticism after a paper had uncovered it
        elif scene.analysed.tokens[at].form in (".", "،") or (found is None and at >= noun.last + _NEAR - 1):
            return found
    return found


def _is_on_another(scene: Scene, noun: Predicate, pronoun: int) -> bool:
    """Whether a relative clause is on another noun than the deed: its backing of the steps that he announced."""
    before, deed = scene.forms[pronoun - 1], scene.forms[noun.last - 1]
    if scene.forms[pronoun] == "الذي" and deed.endswith(("ة", "ات")):
        return True
    return bool(noun.enclitic) and pronoun > noun.last and before.startswith("ال") and not before.endswith(_NISBA)


def tells_doer(verb: Predicate) -> bool:
    """Whether a carrying verb says who does, or undergoes, what its noun names, and not only where it was."""
    return any(carrier.by or carrier.gives not in (Gives.PLACE, Gives.NEITHER) for carrier in verb.carriers)


def _first_of_row(scene: Scene, noun: Predicate) -> Predicate:
    """The event noun that another is joined to: of the killing and wounding."""
    before = next(scene.predicates_before(noun.first, 1), None) if "و" in noun.proclitics else None
    return before if before and not before.verbal and before.last == noun.first else noun


def label_of(scene: Scene, noun: Predicate) -> str:
    """The preposition before a noun, attached or not; BARE for none."""
    first = _first_of_row(scene, noun)
    if first is not noun:
        return label_of(scene, first)
    attached = next((c for c in noun.proclitics if c in ATTACHED), BARE)
    start = noun.first if attached else _counted_from(scene, noun.first)
    if start < noun.first:
        attached = scene.attached_preposition(start)
    before = start - 1
    if attached or before < 0:
        return attached
    if scene.forms[before] in word_set("light_nouns") and before and scene.forms[before - 1] in word_set("in"):
        before -= 1  # in the matter of sending arms
    elif _tells_manner(scene.forms[before]) and before and scene.forms[before - 1] in closed("preposition"):
        before -= 1  # urged it not to send arms, على عدم إرسال
    form = scene.forms[before]
    if not noun.enclitic and form[:1] in ATTACHED and _tells_manner(form[1:]):
        return form[0]  # ready for imposing sanctions anew
    plain = form[1:] if form[:1] in ("و", "ف") and form not in closed("preposition") else form
    if form == "اي" and before > 0:
        plain = scene.forms[before - 1]
    return plain if plain in closed("preposition") else BARE


def _counted_from(scene: Scene, noun: int) -> int:
    """Where the words begin that only count the deeds of a noun: a new series of raids, a second visit."""
    at = noun - 1
    if at > 0 and scene.forms[at] == _OF:
        at -= 1
        at -= at > 0 and _is_row(scene.forms[at - 1])  # an adjective stands between
    counted = at >= 0 and (_is_row(scene.forms[at]) or (at == noun - 1 and _is_number(scene.forms[at])))
    return at if counted else noun


@remembered
def _is_row(form: str) -> bool:
    return is_a("rows_of_deeds", form) or is_a("some_of", form)


@remembered
def _is_number(form: str) -> bool:
    """Whether a word is a number; a figure may be a year, and end the phrase of time before the noun."""
    return number_word(form) is not None and not form[0].isdigit()


def _tells_manner(form: str) -> bool:
    """Whether a noun before another only tells how its deed is done: anew, faster, not at all."""
    return form in word_set("anew") or form in word_set("manner_of_deed")
