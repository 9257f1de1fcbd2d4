"""The cues of saying in a text: verbs, participles, nouns, prepositions and phrases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from khabar.extraction.attributions.classes import folded, phrases
from khabar.extraction.names.words import is_function_word
from khabar.extraction.references import Referents
from khabar.knowledge.speech import FILE, CuePos, SpeechCue, speech_cues_by_id
from khabar.language.analysis import AnalysedText
from khabar.language.conjugation import Inflection, Tense, Voice
from khabar.language.lexemes import Analysis, Lexemes, lexemes_in
from khabar.language.normalise import fold

_ORDER = {
    Tense.PAST: 0,
    Tense.PRESENT: 1,
    Tense.PARTICLE: 2,
    Tense.ACTIVE_PARTICIPLE: 3,
    Tense.NOUN: 4,
    Tense.MASDAR: 5,
    Tense.PASSIVE_PARTICIPLE: 6,
}
_UNNAMED = 6  # tokens from a verb to the name or identity that is withheld: 'اشترط عدم الكشف عن هويته'
_SHADDA = "\u0651"  # 'بيّن' is no preposition
_DAMMA = "\u064f"
_TO, _ABOUT = fold("إلى"), fold("عن")
_BY = "ب"
_THAT = [fold("أن")]
_TO_FEELING = 10  # tokens from a verb of expressing to its preposition
_SHORTEST, _OWN = 3, ("ه", "ها", "هم", "نا")  # letters, and the pronouns of whose feeling it is
_QUOTATION = frozenset({'"', "«", "“"})
_PREFIXED = ("ا", "ت")  # first letters of derived verbs, whose second bears the vowel: 'اتُهمت'


@dataclass(frozen=True, slots=True)
class CueAt:
    """A cue with the form that it has here."""

    first: int  # token range, half-open
    last: int
    cue: SpeechCue
    inflection: Inflection
    proclitics: tuple[str, ...] = ()
    enclitic: str = ""
    attached: str = ""  # ب, ل or ك with which the next word begins
    gap: tuple[int, int] | None = None  # tokens inside a phrase that are not of it, such as the subject
    form: str = ""  # folded
    after_comma: bool = False  # or right before what is said, as in 'قائلة إن'
    passive: bool = False  # by the vowel written over it; without one nobody can tell by the letters

    @property
    def finite(self) -> bool:
        """Whether it is a verb with a subject of its own."""
        return self.inflection.tense.finite and self.cue.pos in (CuePos.VERB, CuePos.PHRASE)

    @property
    def circumstantial(self) -> bool:
        """Whether it is a participle of circumstance, said of the running speaker: مضيفا, مؤكدا."""
        if self.by_words:
            return self.after_comma
        if self.inflection.tense is not Tense.ACTIVE_PARTICIPLE or {"ال", "ب", "ل", "ك"} & set(self.proclitics):
            return False
        return (self.form.endswith("ا") and not self.enclitic) or (self.after_comma and self.form.endswith(("ة", "ين")))

    @property
    def by_words(self) -> bool:
        """Whether it closes a clause with the words of its subject: 'وعلق الوزير على القرار [بالقول] إن'."""
        return self.inflection.tense is Tense.MASDAR and self.form in folded("by_words")

    @property
    def covers(self) -> bool:
        """Whether it gives the source of the sentence or clause that it stands in: بحسب, كما قال."""
        return self.cue.pos in (CuePos.PREPOSITION, CuePos.CONJUNCTION)


@cache
def speech_lexemes() -> Lexemes:
    """The forms of all cues."""
    return lexemes_in(FILE, Tense.PASSIVE_PARTICIPLE)


def cues_in(analysed: AnalysedText, referents: Referents) -> tuple[CueAt, ...]:
    """All cues in reading order; words inside a name are none, nor what tells that a source stays unnamed."""
    return tuple(cue for cue in _cues(analysed, referents) if not stays_unnamed(analysed, cue.last))


def _cues(analysed: AnalysedText, referents: Referents) -> Iterator[CueAt]:
    lexemes, by_id = speech_lexemes(), speech_cues_by_id()
    forms = [token.form for token in analysed.tokens]
    behind = 0  # the phrase before
    for at in lexemes.places(forms):
        if at < behind or analysed.tokens[at].kind != "word":
            continue
        phrases = lexemes.phrases_at(forms, at)
        if phrases and not _meanwhile(referents, forms, at, at + phrases[0].length, by_id[phrases[0].entry]):
            phrase = phrases[0]
            gap = (at + phrase.gap[0], at + phrase.gap[1]) if phrase.gap[1] else None
            last = at + phrase.length
            yield CueAt(
                at,
                last,
                by_id[phrase.entry],
                phrase.inflection,
                phrase.proclitics,
                phrase.enclitic,
                phrase.attached,
                gap,
                form=forms[at],
                after_comma=at > 0 and forms[at - 1] == "،",
            )
            behind = last
            continue
        readings = lexemes.at(forms[at])
        fitting = _fitting(readings, *forms[max(0, at - 2) : at]) if readings else ()
        if fitting and forms[at + 1 : at + 2] == _THAT:
            fitting = _before_clause(fitting)
        best = _best(fitting) if fitting else None
        if best and not _named(referents, at, best):
            cue = by_id[best.entry]
            if cue.pos is CuePos.PREPOSITION and not best.enclitic and forms[at + 1 : at + 2] in (["،"], ["."]):
                continue  # 'ليس للمدينة [فحسب]، بل للبلاد': a preposition has its noun right behind it
            closed = is_function_word(forms[at]) and _SHADDA not in analysed.tokens[at].written(analysed.text)
            if closed and cue.pos not in (CuePos.PREPOSITION, CuePos.CONJUNCTION) and not _feels(forms, at, cue):
                continue  # عبر, دون: the letters are oftener the closed word
            after_comma = (at > 0 and forms[at - 1] == "،") or _opens_speech(forms, at + 1, cue)
            yield CueAt(
                at,
                at + 1,
                cue,
                best.inflection,
                best.proclitics,
                best.enclitic,
                form=forms[at],
                after_comma=after_comma,
                passive=_is_passive(analysed, at, best),
            )


def _meanwhile(referents: Referents, forms: Sequence[str], at: int, last: int, cue: SpeechCue) -> bool:
    """Whether فيما is 'meanwhile' and the verb has its subject behind it: 'فيما وصفها [الناطق] بأنها', no label."""
    subject = referents.at(last)
    named = subject is not None and subject.first == last and subject.particle == ""
    return cue.label and forms[at] == fold("فيما") and named


def _feels(forms: Sequence[str], at: int, cue: SpeechCue) -> bool:
    """Whether what looks like a preposition is a verb that leads to what somebody feels: 'عبر الوزير عن أسفه'."""
    if _ABOUT not in cue.content:
        return False
    for i in range(at + 1, min(at + _TO_FEELING, len(forms) - 1)):
        if forms[i] == _ABOUT:
            return len(forms[i + 1]) > _SHORTEST and forms[i + 1].endswith(_OWN)
        if forms[i] == ".":
            return False
    return False


def stays_unnamed(analysed: AnalysedText, at: int) -> bool:
    """Whether here goes on 'رفض [ذكر اسمه]', 'طلب [عدم الكشف عن هويته]': no saying, but why no name is given."""
    for i in range(at, min(at + _UNNAMED, len(analysed.tokens))):
        form = analysed.tokens[i].form
        if form in folded("own_name"):
            return True
        if form not in folded("withheld"):
            return False
    return False


def _is_passive(analysed: AnalysedText, at: int, best: Analysis) -> bool:
    """Whether a verb's letters, or the vowel written over its first one, show it to be passive: 'قيل', 'نُقل'."""
    if best.inflection.voice is Voice.PASSIVE:
        return True
    if best.inflection.tense is not Tense.PAST:
        return False
    token, cut = analysed.tokens[at], len(best.proclitics)
    letters = analysed.text[token.start : token.end]
    first = letters[cut : cut + 1]
    return letters[cut + 1 : cut + 2] == _DAMMA or (first in _PREFIXED and letters[cut + 2 : cut + 3] == _DAMMA)


def _opens_speech(forms: Sequence[str], at: int, cue: SpeechCue) -> bool:
    """Whether what is said follows at once, behind a preposition of the cue too: 'مشيرة [إلى أن]'."""
    opened = at + 1 < len(forms) and (forms[at + 1] in _QUOTATION or forms[at + 1] in folded("that"))
    if opened and forms[at] in {fold(mark) for mark in cue.content}:
        return True  # 'مشيرة [إلى أن]', 'محذرة [من "…"]'
    if at + 1 < len(forms) and cue.addressee and not (cue.act or cue.addressee_marks) and forms[at].endswith(_OWN):
        return _BY in cue.content and forms[at + 1].startswith(_BY)  # 'واصفة [اتهامها ب]الملفق'
    return at < len(forms) and (forms[at] in {":"} | _QUOTATION or forms[at] in folded("that", "it_itself"))


def _best(analyses: tuple[Analysis, ...]) -> Analysis | None:
    return min(analyses, key=_unlikeliness, default=None)


def _unlikeliness(analysis: Analysis) -> tuple[int, bool, int]:
    """The less is attached, the likelier; a report seldom speaks in the first person: 'دعوته' is his call."""
    told = analysis.inflection
    return len(analysis.proclitics) + bool(analysis.enclitic), told.person == 1, _ORDER[told.tense]


def _fitting(analyses: tuple[Analysis, ...], *forms: str) -> tuple[Analysis, ...]:
    """The readings that fit the two words before: 'قبل أن [تذكر]' is no verb of the past."""
    before = forms[-1] if forms else ""
    if forms and " ".join(forms) in phrases("before_doing"):
        return tuple(a for a in analyses if a.inflection.tense is not Tense.PAST)
    if before in folded("before_masdar", "before_noun") or before == _TO:  # 'سارعت إلى نفي', 'رغم نفي'
        return tuple(a for a in analyses if not a.inflection.tense.finite)
    if before not in folded("before_present"):
        return analyses
    return tuple(a for a in analyses if a.inflection.tense is not Tense.PAST)


def _before_clause(analyses: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """The readings that fit a clause right behind: 'نقل عنه [زعمه أن]' is a noun, for a verb has its object already."""
    nouns = tuple(a for a in analyses if a.enclitic and a.inflection.tense is Tense.MASDAR)
    tells = any(a.enclitic and speech_cues_by_id()[a.entry].addressee for a in analyses)  # 'أبلغه أن'
    return analyses if tells or not nouns else nouns


def _named(referents: Referents, at: int, best: Analysis) -> bool:
    reference = referents.at(at)
    if reference is not None and reference.how == "description" and best.inflection.accusative:
        return False  # 'متهما إيران': no suspects of Iran, but accusing it
    return reference is not None and reference.how in {"name", "description"}
