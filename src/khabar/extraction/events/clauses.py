"""Where clauses begin and end."""

from functools import cache

from khabar.extraction.attributions.cues import speech_lexemes
from khabar.extraction.events.lexicon import closed, is_a, is_but_with_pronoun, is_that_with_pronoun, word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.language.remembered import remembered

REACH = 32  # tokens that are looked at on either side
HARD_MARKS = frozenset({".", ":", "؛", "!", "؟", "…", "..", "...", "–", "—", "-", "|", "•"})
_ASIDE = 9  # tokens that an aside may be long
_TO_VERB = 3  # tokens from a relative pronoun to its verb


def clause_start(scene: Scene, at: int) -> int:
    """Where a verb's clause begins: behind a full stop, a colon, أن, a relative pronoun or another verb."""
    first = max(scene.analysed.sentence_at(at)[0], at - REACH)
    begin = at
    while begin > first:
        before = begin - 1
        reference = scene.referents.at(before)
        if reference:
            begin = max(reference.first, first)
            continue
        if scene.analysed.tokens[before].form == "/" and begin == at:
            break  # behind the dateline
        if is_hard_mark(scene, before):
            break
        if ends_clause(scene, before, frozenset()):
            before = source_aside(scene, before, at)
            if before < 0:
                break
        begin = before
    return begin


def source_aside(scene: Scene, at: int, last: int) -> int:
    """The comma before an aside that a word opens, or is the verb of, and that tells who says so; -1: it does not.

    Ghana, according to the police, sent arms; Ghana, as the police said, answered by sending arms.
    """
    for opening in (at, at - 1):
        told = {opening, opening + 1} & scene.cues and is_a("aside", scene.forms[opening])
        closing = behind_aside(scene, opening, last) if told else 0
        goes_on = scene.predicate_at.get(closing + 1) if closing else None
        if goes_on and (goes_on.first == last or not goes_on.verbal):
            return opening - 1
    return -1


def is_hard_mark(scene: Scene, at: int) -> bool:
    """Whether a token is a mark that parts clauses, and no hyphen inside a make: 'إف-16'."""
    tokens = scene.analysed.tokens
    if tokens[at].form not in HARD_MARKS:
        return False
    inside = 0 < at < len(tokens) - 1 and tokens[at + 1].kind == "number"
    return not (inside and tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start)


def ends_clause(scene: Scene, at: int, through: frozenset[int]) -> bool:
    """Whether a token ends the clause before it: a conjunction, a verb; never one of those in `through`."""
    form = scene.forms[at]
    if at in through:
        return False
    if _opens_clause(form) or is_a("plain_verbs", form) or is_whoever(scene, at):
        return True
    predicate = scene.predicate_at.get(at)
    if predicate is None and at in scene.cues:
        return _is_verb_of_saying(form) or at == 0 or scene.analysed.tokens[at - 1].kind == "mark"
    return predicate is not None and predicate.verbal


def was_before(scene: Scene, p: Predicate, begin: int) -> int:
    """Where كان stands right before a verb, inside its clause and behind more than particles; -1: it does not."""
    at = p.first - 1
    while at > begin and scene.forms[at] in closed("auxiliary", "negation", "adverb"):
        if scene.forms[at] in word_set("was"):
            return at
        at -= 1
    return -1


def behind_was(scene: Scene, begin: int, end: int) -> int:
    """Where a clause begins in which كان stands before its subject: at this time, was the army …"""
    return next((at for at in range(end - 1, begin, -1) if scene.forms[at] in word_set("was")), begin)


def is_no_noun(scene: Scene, at: int) -> bool:
    """Whether a token is a mark, a date or a word of a closed class, which no verb is said of."""
    return scene.analysed.tokens[at].kind != "word" or scene.forms[at] in closed() or at in scene.time_tokens


def is_joined(scene: Scene, p: Predicate) -> bool:
    """Whether و or ف joins a verb to what stands before, by itself or with a particle: وزار, وقد زار, فلم يزر."""
    if {"و", "ف"} & set(p.proclitics):
        return True
    form = scene.forms[p.first - 1] if p.first else ""
    return form[:1] in ("و", "ف") and form[1:] in closed("auxiliary", "negation") and form not in closed()


def is_whoever(scene: Scene, at: int) -> bool:
    """Whether من stands for whoever does what the verb behind it tells: all who arm them, كل من يسلح."""
    verb = scene.predicate_at.get(at + 1)
    whoever = scene.forms[at] == "من" and verb is not None and verb.verbal and not verb.proclitics
    return whoever and at > 0 and scene.forms[at - 1] in closed("quantifier")


@remembered
def _opens_clause(form: str) -> bool:
    plain = form[1:] if form[0] in "وف" and len(form) > 2 else form
    return not {form, plain}.isdisjoint(_openers()) or is_that_with_pronoun(form) or is_but_with_pronoun(form)


@cache
def _openers() -> frozenset[str]:
    """Words that open another clause; not كان, which is spelled like كأن."""
    conjunctions = closed("conjunction") - {"او", "و", "ف", "اي"} - word_set("was")
    return closed("relative", "of_whoever") | conjunctions | word_set("set_against") | word_set("leaning")


@remembered
def _is_verb_of_saying(form: str) -> bool:
    """Whether a cue of saying can only be a verb; وصف may be a noun too."""
    return all(analysis.inflection.tense.finite for analysis in speech_lexemes().at(form))


def behind_aside(scene: Scene, at: int, last: int) -> int:
    """Where a clause goes on behind an aside between commas: if they, as was reported, send; 0: there is none."""
    if at == 0 or scene.forms[at - 1] != "،":
        return 0
    if not is_a("aside", scene.forms[at]) and scene.forms[at] not in closed("relative") | word_set("was"):
        return 0
    return next((i for i in range(at + 1, min(last, at + _ASIDE)) if scene.forms[i] == "،"), 0)


def before_aside(scene: Scene, at: int) -> int:
    """Where an aside begins that closes right before a word: they ban, as was agreed, exports; else that word."""
    if at == 0 or scene.forms[at - 1] != "،":
        return at
    openings = (i for i in range(at - 2, max(at - _ASIDE, 0) - 1, -1) if scene.forms[i] == "،")
    opening = next(openings, -1)
    return opening if opening >= 0 and behind_aside(scene, opening + 1, at) == at - 1 else at


def clause_end(scene: Scene, verb: int) -> int:
    """Where what stands beside a verb ends: its sentence, or the relative clause between commas that it opens."""
    last = scene.analysed.sentence_at(verb)[1]
    for opening in range(verb - 1, max(verb - _TO_VERB, 0) - 1, -1):
        if scene.forms[opening] in closed("relative"):
            closing = behind_aside(scene, opening, last)
            goes_on = closing > verb + 1 and (closing + 1 in scene.predicate_at or scene.has_verb(closing + 1))
            return closing if goes_on else last  # not: which it signed, in 2015, with Ghana
    return last


def in_aside(scene: Scene, at: int, last: int) -> bool:
    """Whether a word stands in a relative clause between commas that closes before `last`: Ghana, who led it, left."""
    for opening in range(at - 1, max(at - _ASIDE, 0), -1):
        if scene.forms[opening] == "،":
            return behind_aside(scene, opening + 1, last) > at
    return False
