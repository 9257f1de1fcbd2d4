"""Relative clauses: who the noun before is, and whether it is the subject of the clause's verb."""

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.arguments import Argument, with_pronoun
from khabar.extraction.events.clauses import is_whoever
from khabar.extraction.events.lexicon import closed, is_that_with_pronoun, word_set
from khabar.extraction.events.predicates import JUDGING, Predicate
from khabar.extraction.events.scene import Scene
from khabar.language.conjugation import Gender
from khabar.values.grammar import Number

_HE_WHO, _SHE_WHO = ("الذي", "والذي"), ("التي", "والتي")
_THEY_WHO = ("الذين",)
_IN_CLAUSE = frozenset({"،", "«", "»", '"'})
_OTHERS = {"هم": ("الذي", "التي"), "ها": ("الذي", "الذين"), "ه": ("التي", "الذين")}  # for whom a pronoun does not stand
_CLAUSE = 14  # tokens from a relative pronoun to the verb that goes on behind its clause
_LEAST = 2  # tokens of such a clause: its verb and another
_NEAR = 7  # tokens between a noun and the relative clause on it
_WITH_B = "ب"
_APART = 2  # tokens between a verb and the deed before it that its pronoun takes up
_ASIDE = 6  # the same of a verb of judging: condemned a raid on the port of the town


def is_relative(scene: Scene, at: int) -> bool:
    """Whether a token is a relative pronoun."""
    return at >= 0 and scene.forms[at] in closed("relative", "whoever")


def head_of_relative(scene: Scene, pronoun: int) -> Ids | None:
    """Who the noun is that a relative clause is on; None: a deed, or nobody known."""
    if is_whoever(scene, pronoun):
        return ()
    first = max(scene.analysed.sentence_at(pronoun)[0], pronoun - _NEAR)
    apart = pronoun > 0 and scene.forms[pronoun - 1] == "،"  # John, who had met her
    if _is_joined_noun(scene, pronoun - 1 - apart):
        return None
    for at in range(pronoun - 1 - apart, first - 1, -1):
        reference = scene.referents.at(at)
        if reference and reference.how != "pronoun":
            return reference.entities
        noun = scene.predicate_at.get(at)
        if noun and noun.words and not noun.verbal:
            return None
        if noun or scene.forms[at] in ("،", ".") or scene.forms[at] in word_set("that"):
            return ()
    return ()


def _is_joined_noun(scene: Scene, at: int) -> bool:
    """Whether a noun that names nobody known is joined to what stands before: John and the lady who."""
    return at >= 0 and scene.forms[at].startswith("وال") and not scene.referents.at(at) and at not in scene.predicate_at


def pronoun_means_head(scene: Scene, p: Predicate, pronoun: int) -> bool:
    """Whether the pronoun on a verb may stand for the noun that the relative clause is on: whom they accused."""
    return may_take_up(scene.forms[pronoun], p.enclitic or "")


def may_take_up(relative: str, pronoun: str) -> bool:
    """Whether a pronoun in a relative clause may stand for whom the relative pronoun stands for, by their gender."""
    return relative.removeprefix("و") not in _OTHERS.get(pronoun, ())


def is_of_another(scene: Scene, p: Predicate, pronoun: int) -> bool:
    """Whether a verb's gender tells that its subject is not who the relative pronoun before it stands for."""
    form = scene.forms[pronoun]
    singular = p.about.number is Number.SINGULAR and p.about.person == 3
    feminine, masculine = p.about.gender is Gender.FEMININE, p.about.gender is Gender.MASCULINE
    return singular and ((form in _HE_WHO and feminine) or (form in _SHE_WHO and masculine))


def relative_before_main(scene: Scene, p: Predicate) -> int | None:
    """Where the relative pronoun stands whose clause ended before a verb: the firms [that the list names] sold oil.

    The noun that such a clause is on is the subject of the verb behind it.
    """
    if {"و", "ف", "ل"} & set(p.proclitics) or not p.about.tense.finite or p.about.person != 3:
        return None
    first = max(scene.analysed.sentence_at(p.first)[0], p.first - _CLAUSE)
    for at in range(p.first - 1, first, -1):
        if scene.forms[at] in closed("relative"):
            return at if _closes_before(scene, at, p) and agrees_with_relative(scene.forms[at], p) else None
        if scene.forms[at] in closed("conjunction") or is_that_with_pronoun(scene.forms[at]):
            return None
        if scene.analysed.tokens[at].kind == "mark" and scene.forms[at] not in _IN_CLAUSE:
            return None
    return None


def _closes_before(scene: Scene, pronoun: int, p: Predicate) -> bool:
    """Whether a clause with a verb of its own stands between a relative pronoun and a verb, and ends there."""
    if p.first - pronoun <= _LEAST + 1 or scene.forms[p.first - 1] in closed(
        "auxiliary", "relative", "whoever", "of_whoever"
    ):
        return False
    opening, verb = scene.forms[pronoun + 1], scene.predicate_at.get(pronoun + 1)
    if opening in closed() or pronoun + 1 in scene.time_tokens or scene.referents.at(pronoun + 1):
        return False
    if verb is not None and not verb.verbal:
        return False
    between = (scene.predicate_at.get(at) for at in range(pronoun + 2, p.first))
    return not any(other and other.verbal for other in between) and _ends_phrase(scene, p.first - 1)


def _ends_phrase(scene: Scene, at: int) -> bool:
    """Whether a noun phrase surely ends there, so that the verb behind it is said of no indefinite noun in it."""
    form = scene.forms[at]
    named = scene.referents.at(at)
    if at in scene.time_tokens or form.startswith(("ال", "لل", "بال")) or form == "،":
        return True
    return form.endswith(("ها", "هم", "ته")) or (named is not None and named.how in ("name", "adjective"))


def agrees_with_relative(pronoun: str, p: Predicate) -> bool:
    """Whether a verb may be said of whom a relative pronoun stands for, by gender and number."""
    if pronoun in _THEY_WHO:
        return p.about.number is Number.PLURAL
    wanted = Gender.FEMININE if pronoun in _SHE_WHO else Gender.MASCULINE
    return p.about.number is Number.SINGULAR and p.about.gender in (wanted, Gender.EITHER)


def deed_taken_up(scene: Scene, p: Predicate) -> Predicate | None:
    """The indefinite deed right before a verb that a pronoun takes up: a raid, launched it the army.

    It may stand on the preposition behind the verb too: a visit that he pays, يقوم بها; a test that they
    condemn, نددت بها.
    """
    behind = scene.forms[p.last] if p.last < len(scene.forms) else ""
    told_of = p.first and scene.forms[p.first - 1].removeprefix("و") in closed("relative", "whoever")
    judged = _judges_with(p) and not told_of
    back = p.enclitic or ((p.carriers or judged) and behind.startswith(_WITH_B) and with_pronoun(behind))
    deed = next(scene.predicates_before(p.first, _ASIDE if judged else _APART), None) if back else None
    if deed is None or not deed.is_deed or "ال" in deed.proclitics or "،" in scene.forms[deed.last : p.first]:
        return None
    return deed


def stands_for_deed(scene: Scene, p: Predicate, argument: Argument) -> bool:
    """Whether a pronoun behind a verb of judging is such a deed, and nobody: a raid on Ghana that they condemned."""
    pronoun = argument.how == "pronoun" and argument.start == p.last and not p.enclitic
    return pronoun and _judges_with(p) and deed_taken_up(scene, p) is not None


def _judges_with(p: Predicate) -> bool:
    return any(word.type in JUDGING and _WITH_B in word.recipient for word in p.words)
