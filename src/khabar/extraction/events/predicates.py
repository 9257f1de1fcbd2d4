"""Finding event words and the verbs that carry them, and telling verb from noun."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import compress, count

from khabar.extraction.attributions.classes import phrase_at
from khabar.extraction.attributions.cues import speech_lexemes
from khabar.extraction.events.by_gender import agreeing, may_be_said_of
from khabar.extraction.events.lexicon import (
    PHRASE_MARK,
    class_words,
    closed,
    event_lexemes,
    folded,
    is_that_with_pronoun,
    modals,
    stand_between,
    word_set,
)
from khabar.extraction.events.words_beside import carries, words_named
from khabar.extraction.references import Referents
from khabar.knowledge.event_words import Carrier, EventWord, carriers, event_words_by_id
from khabar.language.analysis import AnalysedText
from khabar.language.conjugation import Gender, Inflection, Tense, Voice
from khabar.language.lexemes import Analysis
from khabar.language.normalise import NUNATED
from khabar.language.number_words import number_word
from khabar.values.entity import Kind
from khabar.values.event import EventType
from khabar.values.grammar import Number

JUDGING = frozenset({EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT})  # what is said of others' deeds
_LIST = 10  # tokens of such an aside: among them the city and its port
_TOPIC, _INDEFINITE = 4, 4  # words of a topic behind أن, letters of a noun that ends in its alef
_THAT = frozenset({"ان", "بان", "وان", "فان"})
_BLOWS_UP = frozenset({"فجر", "وفجر", "ففجر"})
_DAMMA = "\u064f"
_OPENS_A_VERB = frozenset({"لم", "لن", "قد", "سوف", "وقد", "ولم", "فقد", "لقد"})
_OPENS_QUOTE = frozenset({"«", '"', "“"})
_CLOSES_QUOTE = frozenset({"»", '"', "”"})
_ACCUSATIVE_PLURAL = "ين"
_HAMZA, _HAMZAS, _FOURTH = 2, "أإ", "IV"  # letters of a word in which the hamza stands that tells its form
_FROM, _TO = "من", "الى"
_STARTS = frozenset({":", "،", ".", "؛", "«", '"', "“", "-", "–", "…"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """An event word or a carrying verb in the text."""

    first: int  # token range, half-open
    last: int
    words: tuple[EventWord, ...]  # what it may name, the likeliest first; empty: it only carries
    carriers: tuple[Carrier, ...]  # what it may be as a carrying verb
    about: Inflection
    proclitics: tuple[str, ...]
    enclitic: str
    passive: bool | None = None  # None: the letters do not tell

    @property
    def verbal(self) -> bool:
        """Whether a subject and an object stand beside it as with a verb."""
        return self.about.tense.finite or self.about.tense is Tense.ACTIVE_PARTICIPLE

    @property
    def is_deed(self) -> bool:
        """Whether it is a noun that names an event."""
        return not self.verbal and bool(self.words)


def predicates_in(analysed: AnalysedText, referents: Referents) -> tuple[Predicate, ...]:
    """Every event word and carrier, in reading order."""
    forms = tuple([token.form for token in analysed.tokens])
    found: list[Predicate] = []
    for first, last in analysed.sentences:
        here = forms[first:last]
        found.extend(_in_sentence(analysed, referents, here, first))
    meant = (_as_meant(analysed, forms, predicate) for predicate in found)
    return tuple(predicate for predicate in meant if predicate.words or predicate.carriers)


def _as_meant(analysed: AnalysedText, forms: tuple[str, ...], p: Predicate) -> Predicate:
    """A predicate without the words that the report writes alike and means otherwise: drones are no marches."""
    if not any(word.not_written or word.not_in_report for word in p.words):
        return p  # as nearly always
    return replace(p, words=tuple(word for word in p.words if not _is_homograph(analysed, forms, word)))


def _is_homograph(analysed: AnalysedText, forms: tuple[str, ...], word: EventWord) -> bool:
    written = any(letters in analysed.text for letters in word.not_written)
    return written or bool(stand_between(folded(word.not_in_report), forms, 0, len(forms)))


def _in_sentence(
    analysed: AnalysedText, referents: Referents, forms: tuple[str, ...], offset: int
) -> Iterator[Predicate]:
    analyses_of, behind = event_lexemes().at, offset
    before: Predicate | None = None
    for at in compress(count(), map(analyses_of, forms)):
        if offset + at < behind or analysed.tokens[offset + at].kind != "word":
            continue
        usable = not _is_closed(forms[at]) or _with_hamza(analysed, offset + at) or _blows_up(forms, at)
        predicate = None
        if usable and not _in_a_name(referents, offset + at):
            predicate = _predicate(analysed, referents, analyses_of(forms[at]), forms, at, offset, before)
        if predicate:
            yield predicate
            before, behind = predicate, predicate.last


def _in_a_name(referents: Referents, token: int) -> bool:
    reference = referents.at(token)
    return reference is not None and reference.how in ("name", "description", "group", "adjective")


def _predicate(
    analysed: AnalysedText,
    referents: Referents,
    analyses: tuple[Analysis, ...],
    forms: tuple[str, ...],
    at: int,
    offset: int,
    before: Predicate | None,
) -> Predicate | None:
    governed = at > 0 and forms[at - 1] in word_set("governs_noun")
    nunated = analysed.tokens[offset + at].written(analysed.text).endswith(NUNATED)
    noun = governed or nunated or _is_behind_manner(analysed, offset + at)
    usable = [
        a for a in analyses if _usable(a, referents, forms, at, offset) and not (noun and a.inflection.tense.finite)
    ]
    usable = _as_written(analysed.tokens[offset + at].written(analysed.text), usable)
    chosen = _as_verb_or_noun(usable, referents, forms, at, offset, before)
    if not chosen:
        return None
    chosen = agreeing(chosen, referents, forms, at, offset)
    words, length = words_named(chosen, forms, at)
    carrying = tuple(dict.fromkeys(a.entry for a in chosen if carries(a.entry, forms[at])))
    if not words and not carrying:
        return None
    told = {words[0].id} if words else set(carrying)
    main = next((a for a in chosen if a.entry.split(PHRASE_MARK)[0] in told), chosen[0])
    passive = _passive(main.inflection, analysed, offset + at)
    first = offset + at
    return Predicate(
        first,
        first + length,
        words,
        tuple(carriers()[name] for name in carrying),
        main.inflection,
        main.proclitics,
        main.enclitic,
        passive,
    )


def _is_behind_manner(analysed: AnalysedText, token: int) -> bool:
    """Whether how something is said stands in quotation marks right before: condemned "most strongly" the sending."""
    if token == 0 or analysed.tokens[token - 1].form not in _CLOSES_QUOTE:
        return False
    quote = next((q for q in analysed.quotes if q.closed and q.last == token - 1), None)
    return quote is not None and phrase_at("manner", analysed.tokens, quote.first) > 0


def _as_verb_or_noun(
    usable: list[Analysis],
    referents: Referents,
    forms: tuple[str, ...],
    at: int,
    offset: int,
    before: Predicate | None,
) -> list[Analysis]:
    """The analyses that make of a word what its place wants, where it may be a verb and a noun."""
    verbs = [a for a in usable if a.inflection.tense.finite or a.inflection.tense is Tense.ACTIVE_PARTICIPLE]
    nouns = [a for a in usable if a not in verbs]
    verbs = [a for a in verbs if a.inflection.tense.finite] or verbs
    if not (verbs and nouns):
        return verbs or nouns
    if _is_no_pair(referents, offset + at, verbs) or _disagrees(referents, forms, at, offset, verbs):
        return nouns
    joined = any({"و", "ف"} & set(a.proclitics) for a in verbs)
    opens = _opens_a_clause(referents, forms, at, offset, joined, before)
    return verbs if opens and may_be_said_of(verbs, referents, forms, at, offset) else nouns


def _as_written(written: str, usable: list[Analysis]) -> list[Analysis]:
    """The analyses that the hamza leaves where it tells the fourth form's verb from its noun: أدان, but إدانة.

    All of them where it leaves none.
    """
    hamza = next((letter for letter in written[:_HAMZA] if letter in _HAMZAS), "") if len(usable) > 1 else ""
    if not hamza:
        return usable
    above = hamza == _HAMZAS[0]
    fits = [a for a in usable if not _is_fourth(a) or a.inflection.tense.finite is above]
    return fits or usable


def _is_fourth(analysis: Analysis) -> bool:
    name = analysis.entry.partition(PHRASE_MARK)[0]
    known = event_words_by_id().get(name) or carriers().get(name)
    return known is not None and known.entry.get("form") == _FOURTH


def _is_no_pair(referents: Referents, token: int, verbs: list[Analysis]) -> bool:
    """Whether letters that may be a verb of two stand behind one: the court refused a request, no two who asked."""
    before = referents.at(token - 1) if all(a.inflection.number is Number.DUAL for a in verbs) else None
    return before is not None and before.last == token and len(before.entities) == 1


def _disagrees(referents: Referents, forms: tuple[str, ...], at: int, offset: int, verbs: list[Analysis]) -> bool:
    """Whether a feminine name stands right behind what would be a verb of the masculine: the ministry's imposing."""
    behind = referents.at(offset + at + 1)
    if at > 0 and (referents.at(offset + at - 1) is not None or any({"و", "ف"} & set(a.proclitics) for a in verbs)):
        return False  # a Kenyan who shelled Ghana; came and supported Ghana
    if at + 1 == len(forms) or behind is None or behind.first != offset + at + 1:
        return False  # a name of the next sentence tells nothing of this one
    if behind.how != "name" or behind.particle:
        return False
    feminine = forms[at + 1].endswith("ة") and behind.last - behind.first > 1
    if {referents.by_id[e].kind for e in behind.entities} == {Kind.COUNTRY} and behind.last == behind.first + 1:
        feminine = forms[at + 1] not in word_set("masculine_countries")
    return feminine and all(a.inflection.gender is Gender.MASCULINE and a.inflection.tense is Tense.PAST for a in verbs)


def _usable(analysis: Analysis, referents: Referents, forms: tuple[str, ...], at: int, offset: int) -> bool:
    about = analysis.inflection
    if about.tense is Tense.PASSIVE_PARTICIPLE:
        return False
    if about.tense is Tense.ACTIVE_PARTICIPLE:  # "…, accusing the city of": a circumstance, not a doer
        if at > 0 and number_word(forms[at - 1]):
            return False  # thirty smugglers
        if {"ال", "ب", "ل", "ك"}.intersection(analysis.proclitics):
            return False
        after_comma = at > 0 and forms[at - 1] == "،"
        if about.number is Number.PLURAL:
            return after_comma and forms[at].endswith(_ACCUSATIVE_PLURAL)
        besides = about.gender is Gender.FEMININE and (after_comma or _has_object(referents, forms, at, offset))
        return about.number is Number.SINGULAR and (about.accusative or besides)
    if about.person == 1 and about.tense is Tense.PRESENT and about.number == "singular":
        return False
    return not (about.tense.finite and about.person == 1 and forms[at].endswith("ت"))


def _has_object(referents: Referents, forms: tuple[str, ...], at: int, offset: int) -> bool:
    """Whether a participle stands between a definite noun and a name: they left, accusing Togo, calling on it to."""
    behind, before = referents.at(offset + at + 1), referents.at(offset + at - 1) if offset + at else None
    named = behind is not None and behind.first == offset + at + 1 and not behind.particle and behind.how == "name"
    calls = forms[at + 1 : at + 2] == (_TO,)
    if not (named or calls) or at == 0:
        return False
    ends_name = before is not None and before.last == offset + at and (calls or before.how == "name")
    return ends_name or (before is None and forms[at - 1].startswith("ال"))


def _with_hamza(analysed: AnalysedText, token: int) -> bool:
    """Whether a word ends in a hamza on alef, as no closed word does: هنأ is not هنا."""
    return analysed.tokens[token].written(analysed.text).endswith("أ")


def _blows_up(forms: tuple[str, ...], at: int) -> bool:
    """Whether فجر is the verb and no time of day: somebody or something to blow up stands right behind."""
    if forms[at] not in _BLOWS_UP:
        return False
    return bool(stand_between(class_words("blown_up"), forms, at + 1, at + 3))


def _is_closed(form: str) -> bool:
    return form in _no_predicates() or (form[0] in "وف" and form[1:] in _no_predicates())


@cache
def _no_predicates() -> frozenset[str]:
    """Closed word classes; the verbs of beginning and happening among them carry event nouns."""
    return closed(
        "preposition",
        "conjunction",
        "relative",
        "whoever",
        "of_whoever",
        "demonstrative",
        "negation",
        "pronoun",
        "quantifier",
    ) | closed("adverb")


def _opens_a_clause(
    referents: Referents, forms: tuple[str, ...], at: int, offset: int, joined: bool, last: Predicate | None
) -> bool:
    """Whether letters that may be verb or noun stand where a verb does."""
    if at == 0 or (joined and forms[at - 1] not in closed("preposition")):
        coordinated = last is not None and not last.verbal and "ال" not in last.proclitics and last.last == offset + at
        return not (coordinated and at > 0)  # looting and selling
    before = forms[at - 1]
    if _closes_list(forms, at - 1):
        return False  # plans with its allies, among them Togo, the imposing of sanctions
    if before in _OPENS_QUOTE and at > 1 and forms[at - 2] in closed("preposition") | _THAT:
        return False  # in answer to a "raid"; said that "shelling the town" was right
    if is_that_with_pronoun(before):
        return True
    if before in _OPENS_A_VERB or before in _STARTS or before in word_set("when"):
        return True
    if before in closed("relative", "whoever", "of_whoever"):
        return before != _FROM or _is_who(forms, at - 1)
    if before in closed("preposition"):
        return False
    if _is_topic_of_that(forms, at):
        return True
    reference = referents.at(offset + at - 1)
    if reference is None or reference.last != offset + at:
        return False
    if reference.particle.endswith("ل") and _may(forms, reference.first - offset - 1):
        return False  # Ghana may sell arms
    if _is_verb_of_saying(forms, reference.first - offset - 1):
        return False  # pictures showed the carrying of arms: what they showed, and no verb of theirs
    # "denied Ghana shelling Togo": behind a verb and its subject stands the noun that the verb carries
    return not (last and last.carriers and last.last == reference.first)


def _closes_list(forms: tuple[str, ...], comma: int) -> bool:
    """Whether a comma closes an aside that tells who is among those named before it."""
    if forms[comma] != "،":
        return False
    opening = next((at for at in range(comma - 1, max(0, comma - _LIST), -1) if forms[at] == "،"), 0)
    aside = next((f for f in forms[opening + 1 : opening + 3] if f not in ("ومن", "من")), "") if opening else ""
    return aside.removeprefix("و") in word_set("among")


def _is_verb_of_saying(forms: tuple[str, ...], at: int) -> bool:
    """Whether a verb that tells what somebody says, and nothing else, stands at a place."""
    found = speech_lexemes().at(forms[at]) if at >= 0 else ()
    return bool(found) and all(analysis.inflection.tense.finite for analysis in found)


def _is_who(forms: tuple[str, ...], at: int) -> bool:
    """Whether من stands for whoever does it and is no preposition: the first who raided; not a day after raiding."""
    if at == 0:
        return True
    before = forms[at - 1]
    return before in closed("pronoun", "quantifier") or before in _STARTS or before in word_set("before_whoever")


def _may(forms: tuple[str, ...], at: int) -> bool:
    """Whether a modal stands there that says with ل who may do something."""
    return at >= 0 and forms[at] in modals()


def _is_topic_of_that(forms: tuple[str, ...], at: int) -> bool:
    """Whether the words before stand between أن and its verb, an indefinite accusative: that a soldier died."""
    before = forms[at - 1]
    if not before.endswith("ا") or len(before) < _INDEFINITE:
        return False
    return any(form in _THAT for form in forms[max(0, at - _TOPIC) : at - 1])


def _passive(about: Inflection, analysed: AnalysedText, token: int) -> bool | None:
    if about.voice is Voice.PASSIVE:
        return True
    if about.voice is Voice.ACTIVE or not about.tense.finite:
        return False
    written = analysed.tokens[token].written(analysed.text)
    if _DAMMA in written[:4] and about.tense is Tense.PAST:
        return True
    return None
