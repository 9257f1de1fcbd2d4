"""How far the name of a body reaches after the noun that opens it: 'وزارة [الدفاع الفرنسية]'."""

from collections.abc import Callable
from dataclasses import dataclass

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class, opens_listed, portfolio_keys
from khabar.extraction.names.extents import is_no_name
from khabar.extraction.names.finders import Ground
from khabar.extraction.names.ordinary import is_ordinary
from khabar.extraction.names.trie import name_starts
from khabar.extraction.names.words import is_definite, is_function_word
from khabar.knowledge.name_grammar import name_grammar
from khabar.knowledge.name_parts import given_names
from khabar.knowledge.name_words import HeadKind, NameHead
from khabar.language.normalise import fold
from khabar.values.entity import Kind

_LONGEST = 9  # words after the head
_LONGEST_IN_MARKS = 5
_LONGEST_UNLISTED = 3  # words
_SHORTEST_UNKNOWN = 3  # letters
_SHORTEST_FIELD = 5  # letters, لل among them
_PEOPLE, _SEVERAL = ("يين", "يون"), ("ين", "ون")  # endings of nouns for people, and of those that they may describe
_OF_KINDS = ("ة", "ات", "ين", "ون", "ا")  # endings of nouns and adjectives that tell the kind of a firm
_MARKS = frozenset({'"', "«", "“", "”", "»", "(", ")"})


@dataclass(slots=True)
class Reach:
    """How far a name reaches, as it is being followed."""

    last: int
    country: str | None = None
    named: bool = False  # a definite noun, a known name or a country was met
    proper: bool = False  # a name that is no common noun was met
    quoted: tuple[int, int] | None = None  # the words in quotation marks that are the name proper
    common: bool = False  # the definite noun met is an ordinary word
    place: Candidate | None = None  # the country or place that was met as the name


def followed(ground: Ground, at: int, head: NameHead, definite: bool, is_word: Callable[[str], bool]) -> Reach:
    """How far the name reaches whose head ends right before this word."""
    reach = Reach(at)
    while reach.last - at < _LONGEST and _step(ground, at, head, definite, reach):
        pass
    if head.id in name_grammar("noun_makes_name"):
        return reach
    if head.id in name_grammar("may_be_doing") or reach.last == at + 1:
        reach.common = _is_doubtful(ground, at - 1, head) and is_word(ground.words.form(at))
    return reach


def verb_alike(ground: Ground, at: int, head: NameHead) -> bool:
    """Whether the head's word may be a verb with its object: 'نشره', which is written as 'نشرة' by some."""
    form = ground.words.form(at)
    alike = {f"{fold(word)[:-1]}ه" for word in head.ambiguous if word.endswith("ة")}
    return form.endswith("ه") and any(word in alike for _, word in name_starts(form))


def _is_doubtful(ground: Ground, at: int, head: NameHead) -> bool:
    """Whether the head is written in a form that is often an ordinary noun: 'حركة', 'قسم'."""
    ambiguous = {fold(form) for form in head.ambiguous}
    return any(word in ambiguous for _, word in name_starts(ground.words.form(at)))


def unknown_name_follows(ground: Ground, reach: Reach, is_word: Callable[[str], bool]) -> None:
    """'موقع أكسيوس', 'وكالة بلومبرج للأنباء': a word that no list has, right after the head of a medium's name."""
    at = reach.last
    form = ground.words.form(at)
    if not ground.adjoining(at) or len(form) < _SHORTEST_UNKNOWN or is_definite(form) or form.startswith("لل"):
        return
    if is_function_word(form) or is_word(form) or at in ground.nationalities or form in folded_class("time_word"):
        return
    if opens_listed(ground.words.keys, at) or form.endswith("ية"):
        return
    reach.last, reach.named, reach.proper = at + 1, True, True
    if ground.adjoining(at + 1) and ground.words.form(at + 1).startswith("لل"):
        reach.last = at + 2


def unlisted_name_follows(ground: Ground, reach: Reach, head: NameHead, is_word: Callable[[str], bool]) -> None:
    """Words that no list has right after a head: 'شركة بروفينت الروسية', 'مركز آسان للدراسات السياسية'.

    Behind most heads they are a name only where what the body is for follows.
    """
    begin, found = reach.last, Reach(reach.last)
    while found.last - begin < _LONGEST_UNLISTED and _is_unlisted(ground, found.last, first=found.last == begin):
        if found.last > begin and found.last in ground.names:
            break  # 'مطار سخيبول [بأمستردام]'
        before = found.last
        unknown_name_follows(ground, found, is_word)
        if found.last == before:
            break
    if ground.words.form(found.last - 1).startswith("لل") and found.last > begin + 1:
        found.last -= 1  # what it is for, of which there may be more
    field = _field_end(ground, found.last) if found.last > begin else begin
    if found.last == begin or (field == found.last and head.id not in name_grammar("named_by_one_word")):
        return
    reach.last, reach.named, reach.proper = field, True, True
    national = ground.nationalities.get(reach.last)
    if national and ground.adjoining(reach.last) and is_definite(ground.words.form(reach.last)):
        reach.last, reach.country = national.last, national.country


def _field_end(ground: Ground, at: int) -> int:
    """Where ends what لل tells a body to be for: 'للدراسات السياسية والأمنية'; the same word: it tells nothing."""
    form = ground.words.form(at)
    if not (ground.adjoining(at) and form.startswith("لل") and len(form) >= _SHORTEST_FIELD) or at in ground.names:
        return at
    at += 1
    while ground.adjoining(at) and (ground.relational(at) or _joins_field(ground, at)):
        at += 1
    return at


def _joins_field(ground: Ground, at: int) -> bool:
    """Whether و joins one more adjective of relation: 'السياسية [والأمنية]'."""
    form = ground.words.form(at)
    return form.startswith("وال") and form.endswith("ية") and ground.relational(at - 1)


def is_unlisted(ground: Ground, at: int, is_word: Callable[[str], bool]) -> bool:
    """Whether a noun with the article stands here that no list has, so that it is a name: 'بلدة [القصيرات]'."""
    form = ground.words.form(at)
    listed = is_no_name(form) or is_ordinary(form.removeprefix("ال")) or is_word(form) or ground.relational(at)
    return ground.definite_noun(at) and not (listed or opens_listed(ground.words.keys, at))


def _is_unlisted(ground: Ground, at: int, *, first: bool) -> bool:
    """Whether no list has a word, and its ending, if it is the first, tells no kind."""
    form, word_key = ground.words.form(at), ground.words.keys[at] if ground.words.is_word(at) else ""
    return bool(word_key) and not (
        is_no_name(form) or (first and form.endswith(_OF_KINDS)) or word_key in given_names()
    )


def _step(ground: Ground, begin: int, head: NameHead, definite: bool, reach: Reach) -> bool:
    """Take one more word or name into the reach; False where it ends."""
    at = reach.last
    if not definite and head.id not in name_grammar("not_quoted") and _in_marks(ground, at, reach):
        return False
    if not (ground.adjoining(at) or (at == begin and _is_number(ground, at))):
        return False
    form = ground.words.form(at)
    if form.endswith(_PEOPLE) and at > begin and not ground.words.form(at - 1).endswith(_SEVERAL):
        return False  # 'طالب مجلس الأمن [الحوثيين]'
    if at == begin and not definite and _portfolio(ground, head, at):
        reach.last, reach.named = at + 1, True
        return True
    national = ground.nationalities.get(at)
    if national and national.start == ground.words.tokens[at].start and not form.startswith("لل"):
        feminine = ground.words.form(at - 1).endswith("ة") or head.id in name_grammar("field_heads")
        return _nationality(national, form, definite and at == begin, feminine, reach)
    name = ground.plain_name(at)
    if name and not definite and not reach.named and not form.startswith("لل") and _takes(head, name):
        return _name(head, name, reach)
    if form in folded_class("of_body") and (larger := _larger(ground, at + 1)):
        reach.country, reach.last, reach.named = reach.country or larger.country, larger.last, True
        return False
    if at == begin and head.id in name_grammar("numbered") and (end := _number_end(ground, at)):
        reach.last, reach.named, reach.proper = end, True, True
        return True
    return _plain_word(ground, begin, head, definite, reach)


def _is_number(ground: Ground, at: int) -> bool:
    """Whether figures stand right behind the word before."""
    tokens = ground.words.tokens
    return at < len(tokens) and tokens[at].kind == "number" and ground.words.touches(at)


def _number_end(ground: Ground, at: int) -> int:
    """Where the number ends that begins here: 'الفيلق [الحادي عشر]', 'اللواء [155]'; 0: none does."""
    words = ground.words
    if words.tokens[at].kind == "number":
        return at + 1
    tens = ground.adjoining(at + 1) and words.form(at + 1) in folded_class("ten_of_ordinal")
    return (at + 1 + tens) * (words.form(at) in folded_class("ordinal"))


def _portfolio(ground: Ground, head: NameHead, at: int) -> bool:
    """Whether after 'وزارة' a field stands, though the same word may be an adjective of nationality: 'المالية'."""
    takes = "portfolio" in head.takes
    return takes and is_definite(ground.words.form(at)) and ground.words.keys[at] in portfolio_keys()


def _nationality(national: Candidate, form: str, directly: bool, feminine: bool, reach: Reach) -> bool:
    """Take an adjective of nationality that agrees with the head right before it: not 'الكتلة الفرنسي'."""
    articled = form.startswith("ال")
    if directly and not articled or directly and feminine and form.endswith("ي"):
        return False
    reach.country, reach.last = reach.country or national.country, national.last
    reach.named = reach.named or articled
    return True


def _name(head: NameHead, name: Candidate, reach: Reach) -> bool:
    """Take a known name; what is said of a town after its name is no part of it."""
    reach.country = reach.country or name.country
    reach.last, reach.named, reach.proper = name.last, True, True
    reach.place = name if name.kind in (Kind.PLACE, Kind.COUNTRY) else None
    return head.id not in name_grammar("same_as_place")


def _plain_word(ground: Ground, begin: int, head: NameHead, definite: bool, reach: Reach) -> bool:
    at = reach.last
    form = ground.words.form(at)
    if definite or reach.named:
        if ground.relational(at) or (at > begin and _field(ground, at, head)):
            reach.last, reach.named = at + 1, True
            return True
        if at > begin and (cause := _cause(ground, begin, at, head)):
            reach.last, reach.named = cause, True
            return True
        if at > begin and _joined_field(ground, begin, at, head, definite):
            reach.last += 1
            return True
        return _joined_portfolio(ground, head, reach)
    if ground.definite_noun(at):
        reach.last, reach.named = at + 1, True
        return True
    if form.startswith("لل") and len(form) > 4:  # مصرف ... للتنمية
        reach.last, reach.named = at + 1, True
        return True
    if at == begin and ground.words.keys[at] in portfolio_keys() and _leads_on(ground, at + 1):
        reach.last = at + 1  # وزارة خارجية روسيا
        return True
    if head.id in name_grammar("of_some_kind") and form in folded_class("kind_of_court"):
        reach.last = at + 1  # محكمة جنايات شمال القاهرة
        return ground.adjoining(at + 1)
    return False


def _field(ground: Ground, at: int, head: NameHead) -> bool:
    """Whether لل opens the field that a body is for: 'الاتحاد التونسي [للصناعة]'."""
    form = ground.words.form(at)
    if not form.startswith("لل") or len(form) < _SHORTEST_FIELD or head.id not in name_grammar("takes_lil"):
        return False
    keys = ground.words.keys
    if ground.words.form(at - 1) in folded_class("highest"):
        return True  # 'المجلس الأعلى [للقضاء]'
    return at not in ground.names and (form in folded_class("field_of_study") or not opens_listed(keys, at))


def _cause(ground: Ground, begin: int, at: int, head: NameHead) -> int:
    """Where ends what ل opens, if bodies are for it, and it is no purpose of a deed: 'الهيئة العليا [لمكافحة الفساد]'.

    0: nothing of a name stands here. A known name is whole without it: 'دعت المفوضية الأوروبية لمكافحة التهريب'.
    """
    form, known = ground.words.form(at), ground.names.get(begin - 1)
    if head.kind is not HeadKind.ORGANISATION or form[:1] != "ل" or form[1:] not in folded_class("cause_of_body"):
        return 0
    if not ground.adjoining(at + 1) or (known and known.last == at):
        return 0
    name = ground.plain_name(at + 1)
    return name.last if name else (at + 2) * ground.definite_noun(at + 1)


def _joined_field(ground: Ground, begin: int, at: int, head: NameHead, definite: bool) -> bool:
    """Whether و joins a second field: 'معهد العلوم [والأمن] الدولي', 'لجنة الشؤون العمالية [والاجتماعية]'.

    Behind a head with the article only one more adjective of relation. A known name is whole without it.
    """
    form, known = ground.words.form(at), ground.names.get(begin - 1)
    bare = form.removeprefix("و")
    if not form.startswith("وال") or head.id not in name_grammar("joins_fields") or (known and known.last == at):
        return False
    if at in ground.names or at in ground.nationalities or opens_listed(ground.words.keys, at):
        return False
    if is_function_word(bare) or bare in folded_class("time_word"):
        return False
    return not definite or (ground.relational(at - 1) and bare.endswith(("ي", "ية")))


def _joined_portfolio(ground: Ground, head: NameHead, reach: Reach) -> bool:
    """'وزارة التربية والتعليم': a second field of the same ministry."""
    form = ground.words.form(reach.last)
    if "portfolio" in head.takes and form.startswith("وال") and ground.words.keys[reach.last][1:] in portfolio_keys():
        reach.last += 1
        return True
    return False


def _leads_on(ground: Ground, at: int) -> bool:
    return ground.adjoining(at) and (ground.plain_name(at) is not None or at in ground.nationalities)


def _takes(head: NameHead, name: Candidate) -> bool:
    if head.kind is HeadKind.PLACE and name.kind not in (Kind.COUNTRY, Kind.PLACE):
        return head.id in name_grammar("named_after_people")
    if name.kind is Kind.COUNTRY:
        return bool({"country", "adjective", "name"} & set(head.takes))
    if name.kind is Kind.PLACE:
        return bool({"place", "name", "country"} & set(head.takes))
    return "name" in head.takes


def _larger(ground: Ground, at: int) -> Candidate | None:
    found = ground.names.get(at)
    return found if found and ground.adjoining(at) else None


def _in_marks(ground: Ground, at: int, reach: Reach) -> bool:
    """'صحيفة "لوموند"': a short name in quotation marks right after the head; it ends the name."""
    words = ground.words
    if reach.named or not (0 < at < len(words.tokens)) or words.form(at) not in _MARKS or words.form(at) in {")", "»"}:
        return False
    for end in range(at + 2, min(at + 2 + _LONGEST_IN_MARKS, len(words.tokens))):
        if words.form(end) in _MARKS:
            reach.quoted, reach.last, reach.named, reach.proper = (at + 1, end), end + 1, True, True
            return True
        if words.tokens[end].kind == "mark":
            return False
    return False
