"""Why an item of a reading is as it is: for each of its parts the rule or entry that read it, and the words."""

from dataclasses import dataclass
from enum import StrEnum

from khabar.values.span import Span


class Part(StrEnum):
    """What of an item is explained."""

    NAME = "name"  # how an entity was found
    SAME = "same"  # why further words name it too
    DATE = "date"
    CUE = "cue"
    CONTENT = "content"
    SOURCE = "source"
    LINK = "link"  # a further link of the chain
    STANCE = "stance"
    WORD = "word"  # the event word
    CARRIER = "carrier"  # the verb that carries the event word
    ACTOR = "actor"
    RECIPIENT = "recipient"
    PLACE = "place"
    TIME = "time"
    STATUS = "status"
    GOODS = "goods"


@dataclass(frozen=True, slots=True)
class Why:
    """One part of an item: the label of what read it, and the words that it matched."""

    part: Part
    label: str  # of a rule below, of a date rule, or the id of an entry of the knowledge
    span: Span | None = None  # None: no words show it


class EntityRule(StrEnum):
    """How a name is found; after a colon follows the entry that did."""

    KNOWN = "known"
    HEAD = "head"
    SHORT = "short"
    GROUP = "group"
    TITLE = "title"
    NAME_PARTS = "name-parts"
    NATIONALITY = "nationality"
    NATIONALS = "nationals"
    SUBJECT = "subject"
    SPOKEN_TO = "spoken-to"
    LEARNED = "learned"
    CLUB = "club"
    VESSEL = "vessel"
    ENTOURAGE = "entourage"

    def of(self, entry: str) -> str:
        """The label with the entry."""
        return f"{self.value}:{entry}"


class SameRule(StrEnum):
    """Why words name what other words before them named."""

    ENTRY = "same:entry"
    WORDS = "same:words"
    PART_OF_NAME = "same:part-of-name"
    LAST_NAME = "same:last-name"
    HEAD_NOUN = "same:head-noun"
    OPENING = "same:opening"
    TITLE = "same:title"
    GROUP = "same:group"


class SayingRule(StrEnum):
    """What a cue stands in, or what shows a saying without a cue."""

    VERB_THAT = "verb:that"
    VERB_PREPOSITION = "verb:preposition"
    VERB_QUOTE = "verb:quote"
    VERB_COLON = "verb:colon"
    VERB_OBJECT = "verb:object"
    VERB_DENIED_BEFORE = "verb:denied-before"
    VERB_TRAILING = "verb:trailing"
    VERB_TAKES_UP = "verb:takes-up"
    NOUN_THAT = "noun:that"
    NOUN_PREPOSITION = "noun:preposition"
    NOUN_OBJECT = "noun:object"
    COVER_INITIAL = "cover:initial"
    COVER_TRAILING = "cover:trailing"
    COVER_SENTENCE_BEFORE = "cover:sentence-before"
    LABEL = "label"
    NO_COMMENT = "no-comment"
    HEADING = "heading"
    QUOTATION = "quotation"


class SourceRule(StrEnum):
    """Where the source of a saying stands."""

    BEHIND = "source:behind"
    RIGHT_BEFORE = "source:right-before"
    BEFORE = "source:before"
    ANTECEDENT = "source:antecedent"
    RELAYED = "source:relayed"
    CITED = "source:cited"
    MEDIUM = "source:medium"
    NEAR = "source:near"
    HEADING = "source:heading"
    GOES_ON = "source:goes-on"
    AROUND = "source:around"


class StanceRule(StrEnum):
    """What gives a saying its stance, where that is not the entry of its cue."""

    PLAIN = "stance:plain"
    NEGATED = "stance:negated"
    THAT_ASSERTS = "stance:that-asserts"
    REJECTS = "stance:rejects"
    SAYS_NOTHING = "stance:says-nothing"
    ASKS = "stance:asks"


class RoleRule(StrEnum):
    """Where a party of an event stands, or from what it is concluded."""

    SUBJECT_BEHIND = "role:subject-behind"
    SUBJECT_BEFORE = "role:subject-before"
    OBJECT = "role:object"
    GENITIVE = "role:genitive"
    ADJECTIVE = "role:adjective"
    PREPOSITION = "role:preposition"
    AGENT = "role:agent"
    CARRIER = "role:carrier"
    RELATIVE = "role:relative"
    SPEAKER = "role:speaker"
    ELSEWHERE = "role:elsewhere"
    TOGETHER = "role:together"
    OWNER = "role:owner"
    LAND = "role:land"
    DEED = "role:deed"
    RETURN = "role:return"
    RETOLD = "role:retold"


class PlaceRule(StrEnum):
    """Where the place of an event stands."""

    PREPOSITION = "place:preposition"
    AIMED_AT = "place:aimed-at"
    OPENING = "place:opening"
    JOINED = "place:joined"
    VISIT = "place:visit"
    RETOLD = "place:retold"


class TimeRule(StrEnum):
    """Why an event has its time."""

    CLAUSE = "time:clause"
    SENTENCE = "time:sentence"
    NEWS = "time:news"
    OWN_TELLING = "time:own-telling"
    SPEAKING = "time:speaking"
    RETURN = "time:return"
    RETOLD = "time:retold"


class StatusRule(StrEnum):
    """Why an event has its status; where a word shows it, the label is the entry of that word."""

    TOLD = "status:told"
    IN_DENIAL = "status:in-denial"
    UNANSWERED = "status:unanswered"
    IF = "status:if"
    DEPENDS = "status:depends"
    WILL = "status:will"
    ANY = "status:any"
    ASKED = "status:asked"
    QUESTION = "status:question"
    PURPOSE = "status:purpose"
    AHEAD = "status:ahead"
