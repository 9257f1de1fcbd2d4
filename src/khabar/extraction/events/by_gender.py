"""Which of several verbs the same letters are, by the gender of the noun phrase that is their subject."""

from khabar.extraction.events.lexicon import closed, word_set
from khabar.extraction.references import Referents
from khabar.knowledge.actors import person_by_id
from khabar.language.conjugation import Gender, Tense, Voice
from khabar.language.lexemes import Analysis
from khabar.values.entity import EntityId, Kind
from khabar.values.grammar import Number

_FEMININE_ENDINGS = ("ة", "ات")


def agreeing(
    analyses: list[Analysis], referents: Referents, forms: tuple[str, ...], at: int, offset: int
) -> list[Analysis]:
    """Of readings as a masculine and as a feminine verb those that the subject agrees with: تسلم, توعد.

    A passive of the present is the last that letters without vowels stand for.
    """
    finite = [a for a in analyses if a.inflection.tense.finite]
    if {_gender(a) for a in finite} != {Gender.MASCULINE, Gender.FEMININE}:
        return analyses
    likely = [a for a in finite if not _is_rare(a)]
    gender = _of_subject(referents, forms, at, offset)
    kept = [a for a in likely if gender in (Gender.EITHER, _gender(a))] or likely
    return [a for a in analyses if a in kept or a not in finite] if kept else analyses


def may_be_said_of(verbs: list[Analysis], referents: Referents, forms: tuple[str, ...], at: int, offset: int) -> bool:
    """Whether one of these verbs agrees with the name right before it: condemned Ghana shelling, قصف, is a noun."""
    before = referents.at(offset + at - 1) if at else None
    joined = any({"و", "ف"} & set(verb.proclitics) for verb in verbs)  # visited Ghana and backed
    if joined or before is None or before.last != offset + at or before.first < offset or before.how != "name":
        return True
    gender = _of_noun(referents, before.first, forms[before.first - offset])
    return gender is Gender.EITHER or any(_gender(a) in (gender, Gender.EITHER) for a in verbs)


def _gender(analysis: Analysis) -> Gender:
    """That of a verb of one in the third person; of others either."""
    about = analysis.inflection
    return about.gender if about.number is Number.SINGULAR and about.person == 3 else Gender.EITHER


def _is_rare(analysis: Analysis) -> bool:
    return analysis.inflection.tense is Tense.PRESENT and analysis.inflection.voice is Voice.PASSIVE


def _of_subject(referents: Referents, forms: tuple[str, ...], at: int, offset: int) -> Gender:
    """The gender of the noun phrase right behind a verb, else of the name right before it."""
    behind = forms[at + 1] if at + 1 < len(forms) else ""
    if behind[:1].isalpha() and behind not in closed() and not behind.startswith(("بال", "لل")):
        told = _of_noun(referents, offset + at + 1, behind)
        if told is not Gender.EITHER:
            return told
    before = referents.at(offset + at - 1) if at else None
    if before is None or before.last != offset + at:
        return Gender.EITHER
    first = before.first - offset
    return _of_noun(referents, before.first, forms[first]) if first >= 0 else Gender.EITHER


def _of_noun(referents: Referents, token: int, form: str) -> Gender:
    """The gender of a noun phrase by its first word, of a country by its name."""
    named = referents.at(token)
    form = form[len(named.particle) :] if named and named.first == token else form
    kinds = {referents.by_id[e].kind for e in named.entities} if named and named.first == token else set()
    if kinds == {Kind.COUNTRY} and named and named.last == token + 1:
        return Gender.MASCULINE if form in word_set("masculine_countries") else Gender.FEMININE
    if kinds == {Kind.PERSON} and named and all(_is_known_man(referents, e) for e in named.entities):
        return Gender.MASCULINE
    if form.endswith(_FEMININE_ENDINGS):
        return Gender.FEMININE
    return Gender.MASCULINE if form in word_set("masculine") else Gender.EITHER


def _is_known_man(referents: Referents, name: EntityId) -> bool:
    known = person_by_id(referents.by_id[name].known_as or "")
    return known is not None and not known.female
