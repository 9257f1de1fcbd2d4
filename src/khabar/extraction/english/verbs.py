"""The words of one verb in a clause: 'has not been', 'to', 'also'; and whether it is active, and a noun or a verb."""

from dataclasses import dataclass

from khabar.extraction.references import Referents
from khabar.language.english.inflection import Form
from khabar.language.english.phrases import single
from khabar.language.english.text import EnglishText

_ADVERB = "ly"


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with what belongs to it."""

    first: int  # token of its first auxiliary or adverb, or of the verb
    verb: int
    last: int
    passive: bool
    infinitive: bool
    finite: bool


def verb_group(text: EnglishText, at: int, length: int, form: Form) -> VerbGroup:
    """The group of the verb that stands at a token."""
    first = _opening(text, at)
    while first < at and text.form(first).endswith(_ADVERB):
        first += 1
    before = text.forms[first:at]
    passive = form is Form.PARTICIPLE and any(word in single("being") for word in before)
    infinitive = "to" in before
    finite = not infinitive and (form in (Form.PAST, Form.THIRD) or bool(before) or form is Form.BASE)
    return VerbGroup(first, at, at + length, passive, infinitive, finite)


def _opening(text: EnglishText, at: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin."""
    while at > 0 and (text.form(at - 1) in single("verb-group") or text.form(at - 1).endswith(_ADVERB)):
        at -= 1
    return at


def is_noun_here(text: EnglishText, referents: Referents, at: int) -> bool:
    """Whether a word that may be verb or noun is a noun where it stands: after an article, 'of', an adjective."""
    before = text.form(at - 1)
    if before in single("verb-group") and before not in ("on",):
        return False
    if before in single("article") or before in single("preposition") or at - 1 in text.owning:
        return True
    reference = referents.at(at - 1) if at else None
    if reference is not None:
        return reference.how == "adjective" and not text.form(at - 1).endswith("s")
    return not text.opens_sentence(at)


def choose(text: EnglishText, referents: Referents, at: int, forms: set[Form]) -> Form:
    """Which of the forms that a word may have it is here."""
    if Form.NOUN in forms and (len(forms) == 1 or is_noun_here(text, referents, at)):
        return Form.NOUN
    verbs = forms - {Form.NOUN}
    before = set(text.forms[_opening(text, at) : at])
    if verbs == {Form.PAST, Form.PARTICIPLE} or Form.PARTICIPLE in verbs:
        helped = before & (single("being") | single("having"))
        return Form.PARTICIPLE if helped or Form.PAST not in verbs else Form.PAST
    return min(verbs)
