"""Cues of saying, thinking and reporting, typed."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from khabar.errors import BadKnowledge
from khabar.knowledge.files import Entry, entries
from khabar.values.attribution import Stance
from khabar.values.event import EventType

FILE = "ar/speech_cues.yaml"
_REMEDY = "See the fields of SpeechCue; `khabar explain say.qala` shows an entry that holds."


class CuePos(StrEnum):
    """What sort of word or words a cue is."""

    VERB = "verb"
    NOUN = "noun"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    PHRASE = "phrase"


# What may introduce the content, beside prepositions. `أن` stands for إن and أنه, إنها and so on, too.
THAT, BY_THAT, QUOTE, OBJECT, CLAUSE = "أن", "بأن", "quote", "object", "clause"
PREPOSITIONS = ("عن", "إلى", "على", "ب", "من", "ل", "في", "ضد", "بشأن", "حول", "مع", "بين")
CONTENT_MARKS = (THAT, BY_THAT, QUOTE, OBJECT, CLAUSE, *PREPOSITIONS)


@dataclass(frozen=True, slots=True)
class SpeechCue:
    """One entry: its words are matched by `language.lexemes`, the rest says how to read around them."""

    id: str
    lemma: str
    gloss: str
    pos: CuePos
    stance: Stance
    content: tuple[str, ...]  # of CONTENT_MARKS; `clause`: the sentence or clause that the cue stands in
    negated: Stance | None = None  # its stance after a negation (لم يكشف declines); None: to be read like any other
    refuses: bool = False  # it denies only what is said: رفض الاتهامات, not رفض الانسحاب
    that_asserts: bool = False  # with a clause in أن it asserts all the same: حذر من أن السد سينهار
    addressee: bool = False  # a person or body may stand as object before the content
    describes: bool = False  # that object may be a noun of which بأن tells what it is: وصف الأقوال بأنها ملفقة
    needs_addressee: bool = False  # who is addressed is always told: حث المجلس على, and who stands alone does not speak
    addressee_marks: tuple[str, ...] = ()  # prepositions before the addressee; after a medium's name it is a link
    relay: bool = False  # the subject passes on the words of somebody given after `relay_marks`
    relay_marks: tuple[str, ...] = ()
    leans: bool = False  # what is leaned on speaks through a medium; a person who leans on it speaks himself
    carries: bool = False  # with no subject named, the speaker before goes on
    mental: bool = False  # thinking and expecting, not saying
    takes_verb: bool = False  # a verb of saying follows: بحسب ما أعلنت
    says_also: bool = False  # it may mean 'as well', too: كما شارك في الحملة
    label: bool = False  # the content is only what something is called: ما وصفه بـ
    personal: bool = False  # hardly ever passive: in the present with no subject, the speaker before goes on (يرى أن)
    weak: bool = False  # alone it shows no saying: بالنسبة لـ
    act: EventType | None = None  # to say it is to do it; None: saying alone
    also_plain: bool = False  # the same letters are often no speech: only with a marker of content
    weak_object: bool = False  # a bare object is content only if it names an event or something abstract
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    confusable: tuple[str, ...] = ()  # same letters and no speech: the reader, not the matcher, must tell


@cache
def speech_cues() -> tuple[SpeechCue, ...]:
    """Every cue, in the order of the file."""
    return tuple(_cue(entry) for entry in entries(FILE))


@cache
def speech_cues_by_id() -> MappingProxyType[str, SpeechCue]:
    """The cues by the entry ids that `Lexemes` gives."""
    return MappingProxyType({cue.id: cue for cue in speech_cues()})


def _cue(entry: Entry) -> SpeechCue:
    try:
        return SpeechCue(**_fields(entry))
    except (KeyError, TypeError, ValueError) as wrong:
        raise BadKnowledge(
            FILE,
            str(entry.get("id")),
            f"{wrong}.",
            _REMEDY,
        ) from wrong


# read by `language.lexemes`
_WORDS = frozenset(("root", "form", "past", "present", "masdar", "sound"))
_WORDS |= {"nouns", "particles", "phrases", "alone", "never"}
_NOTES = frozenset(("variety", "register", "source"))
_LISTS = ("content", "addressee_marks", "relay_marks", "examples", "counterexamples", "confusable")


def _fields(entry: Entry) -> dict[str, Any]:
    fields = {name: value for name, value in entry.items() if name not in _WORDS | _NOTES}
    fields |= {name: tuple(fields[name]) for name in _LISTS if name in fields}
    unknown = set(fields["content"]) - set(CONTENT_MARKS)
    if unknown:
        raise ValueError(f"content has {', '.join(sorted(unknown))}, which introduces nothing")
    fields["pos"] = CuePos(fields["pos"])
    fields["stance"] = Stance(fields["stance"])
    fields["negated"] = Stance(fields["negated"]) if "negated" in fields else None
    fields["act"] = EventType(fields["act"]) if "act" in fields else None
    return fields
