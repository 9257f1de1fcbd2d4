"""English cues of saying, typed."""

from dataclasses import dataclass
from functools import cache

from khabar.errors import BadKnowledge
from khabar.knowledge.english.lemmas import Lemma, lemma
from khabar.knowledge.files import Entry, entries
from khabar.values.attribution import Stance

FILE = "en/speech_cues.yaml"


@dataclass(frozen=True, slots=True)
class SpeechCue:
    """One entry: words of saying, what follows them, and how the speaker stands to it."""

    id: str
    verbs: tuple[Lemma, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    takes: frozenset[str] = frozenset()  # clause, that, quote, object, to, gerund, whole, after, or a preposition
    stance: Stance = Stance.ASSERTS
    hearer: bool = False  # the noun behind it may be whom somebody tells
    view: bool = False  # an opinion, wish or act of speech, which nobody else can confirm
    relays: bool = False  # its object is who speaks: 'quoted a clerk as saying'
    covers: bool = False  # a preposition before the source: 'according to'
    further: bool = False  # goes on with what the speaker said before
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@cache
def speech_cues() -> tuple[SpeechCue, ...]:
    """Every entry, in the order of the file."""
    return tuple(map(_cue, entries(FILE)))


@cache
def views() -> frozenset[str]:
    """Ids of the cues of opinion, wish and acts of speech."""
    return frozenset(cue.id for cue in speech_cues() if cue.view)


def _cue(entry: Entry) -> SpeechCue:
    try:
        return SpeechCue(
            id=entry["id"],
            verbs=tuple(map(lemma, entry.get("lemmas", ()))),
            nouns=tuple(entry.get("nouns", ())),
            phrases=tuple(entry.get("phrases", ())),
            takes=frozenset(entry["takes"]),
            stance=Stance(entry.get("stance", "asserts")),
            hearer=entry.get("hearer", False),
            view=entry.get("view", False),
            relays=entry.get("relays", False),
            covers=entry.get("covers", False),
            further=entry.get("further", False),
            examples=tuple(entry["examples"]),
            counterexamples=tuple(entry["counterexamples"]),
        )
    except (KeyError, ValueError) as wrong:
        raise BadKnowledge(FILE, str(entry.get("id")), f"{wrong}.", "See the fields of SpeechCue.") from wrong
