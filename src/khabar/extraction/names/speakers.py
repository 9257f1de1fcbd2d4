"""Speakers that only their place shows: the subject of a verb of saying, before what it says."""

from collections.abc import Collection, Iterator, Sequence
from itertools import compress

from khabar.extraction.attributions.classes import folded
from khabar.extraction.attributions.cues import speech_lexemes
from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class, group_trie, head_trie, opens_listed, title_trie
from khabar.extraction.names.extents import is_no_name
from khabar.extraction.names.finders import Ground
from khabar.extraction.names.groups import described
from khabar.extraction.names.ordinary import is_ordinary
from khabar.extraction.names.words import folded_function_words, is_function_word, is_preposition
from khabar.knowledge.name_parts import family_names, given_names, names_also_words
from khabar.knowledge.speech import speech_cues_by_id
from khabar.language.clitics import splits
from khabar.language.conjugation import Tense
from khabar.language.remembered import remembered
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_LONGEST = 7  # words of an office: 'مدير عام مكتب المساعدات في العاصمة'
_SMALLEST = 2  # words: one indefinite noun alone is oftener a short name or an object
_ASIDE = 12  # tokens between the speaker and what is said: 'في تصريح للصحفيين اليوم إن'
_LABEL = 4  # tokens of a label, its colon counted
_TITLE = 4  # tokens of a medium's name in marks
_NAME = (2, 3)  # words of a name behind an office
_SHORTEST = 3  # letters
OPENS_SPOKEN = frozenset({":", '"', "«", "“"})
_CLOSES_QUOTE = frozenset({'"', "»", "”"})
_NOMINATIVE, _OBLIQUE = ("ان", "ون"), ("ين",)  # of duals and sound plurals
_TAKEN_UP = ("ه", "ها")  # pronouns of what was told before
_THEIR_NOMINATIVE = ("ؤها", "ؤهم", "وها", "وهم")  # of nouns with a pronoun: 'حلفاؤها', 'موظفوها'
_OWNED = ("ها", "هم", "هما")  # pronouns that make a noun definite
_ATTACHED = "وفبلك"
_IN, _BY = "في", "ب"
_TO = "ل"  # by itself before a quotation mark: 'لـ«الساحل اليوم»'
_ENDS_NO_NAME = ("ا", "ة", "ات", "ون", "ين", "ه", "ها", "هم")  # of adverbs, plurals, nouns with a pronoun
_HEADLESS = ("ال", "لل", "بال", "وال")  # what is definite is found by other means
_NOUNS = frozenset({Tense.MASDAR, Tense.NOUN, Tense.PARTICLE})


def speakers_in(ground: Ground) -> Iterator[Candidate]:
    """Definite nouns right after a verb of saying that nothing else names: 'قال التقرير إن', 'ذكر حلفاؤها أن'.

    After a verb that only `may_say`, what is said must begin at once: 'خلصت الدراسة إلى أن'.
    """
    words = ground.words
    for at, verb in _behind_verbs(words.forms):
        if not (words.is_word(at) and words.touches(at)):
            continue
        if is_preposition(words.form(at)):
            continue  # 'محللون تحدثت [إليهم] الصحيفة'
        owned = words.form(at).endswith(_OWNED) and len(words.form(at)) > 5
        others = words.form(at) in folded_class("others")  # 'ويرى [آخرون] أن'
        if not (ground.definite_noun(at) or owned or others) or at in ground.names or at in ground.nationalities:
            continue
        if _subject_is_told(ground, at - 1) or words.form(at) in folded_class("time_word"):
            continue
        if words.form(at) in folded("own_name"):
            continue  # 'طلبوا عدم كشف [أسمائهم]'
        if not words.form(at).endswith("ة") and _is_speech(words.form(at)):
            continue  # 'وكرر [القول] إن', not 'وقالت الرواية إن'
        end, country = described(ground, at + 1, definite=True)
        after = end + (words.form(end) in folded_function_words("preposition"))
        at_once = opens_speech(words.form(after))
        addressed = owned and _to_somebody(words.form(at))
        theirs = owned and (_is_somebody(words.form(at)) or addressed)
        if not (at_once or (is_saying(verb) and (theirs or _speaks(ground, at, end)))):
            continue
        key = " ".join(words.keys[at:end])[addressed:]
        start = words.tokens[at].start + addressed  # 'ل[قرائها]'
        yield Candidate(
            at, end, start, Kind.GROUP, "group", key, country=country, head="group.subject", rule=EntityRule.SUBJECT
        )


def _is_somebody(form: str) -> bool:
    """Whether a noun with a pronoun names people or is a subject by its ending: 'محاميها', not 'أعلنت [انفصالها]'."""
    named = title_trie().with_pronoun(form) or group_trie().with_pronoun(form)
    return named is not None or form.endswith(_THEIR_NOMINATIVE) or form in folded_class("their_people")


def _is_speech(form: str) -> bool:
    return any(reading.inflection.tense is Tense.MASDAR for reading in speech_lexemes().at(form))


def _speaks(ground: Ground, at: int, end: int) -> bool:
    """Whether a definite noun behind a verb of saying is who says it, and not what is said: 'رفضت [الطلب]'.

    Its ending shows the subject, or its object does not follow at once: then what is said is to begin behind it.
    """
    words = ground.words
    if words.form(at).endswith(_NOMINATIVE) or (words.form(at - 1).endswith("ت") and words.form(at).endswith("ة")):
        return True  # 'دعت الجبهة أنصارها': the verb agrees
    if words.form(at).endswith(_OBLIQUE):
        return False
    for i in range(end, min(end + _ASIDE, len(words.tokens))):
        form = words.form(i)
        if opens_speech(form) or form in OPENS_SPOKEN:
            return True
        if form == "." or is_saying(form):
            return False
    return False


def _subject_is_told(ground: Ground, verb: int) -> bool:
    """Whether a pronoun before the verb is its subject, so that what follows is its object: 'غير أنه رفض [الخوض]'."""
    before = ground.words.form(verb - 1)
    return any(s.enclitic and s.rest in folded("that", "but_that") for s in splits(before))


def _subject_stands_before(ground: Ground, verb: int) -> bool:
    """Whether a name behind إن is the verb's subject, so that its object follows: 'إن موسكو لا تستبعد [تعاونا]'."""
    words = ground.words
    at = verb - 1 - (words.form(verb - 1) in folded("before_verb"))
    at -= words.form(at) in OPENS_SPOKEN  # 'إن موسكو "لا تستبعد …'
    name = ground.names.get(at)
    return name is not None and name.last == at + 1 and words.form(name.first - 1) in folded("that", "by_that")


def subjects_in(ground: Ground, taken: set[int], spoken_to: set[int]) -> Iterator[Candidate]:
    """'قال [منسق أعمال الحكومة] إن', 'ذكرت [عائلة الضحية] أن', and the name behind the office where one stands.

    `taken` are the tokens that other names fill, at `spoken_to` begins one with a preposition attached.
    """
    words = ground.words
    for at, verb in _behind_verbs(words.forms):
        if at in taken or not words.touches(at) or not _heads(ground, at) or _subject_stands_before(ground, at - 1):
            continue
        answers = _answers(ground, at - 1)
        end = _owned(ground, at) if answers else _end(ground, at, spoken_to)
        if end - at < _SMALLEST:
            continue
        if not (answers or _speech_follows(ground, end, spoken_to, at_once=not is_saying(verb))):
            continue
        name = _name_behind(ground, at, end)
        if name < end and taken.isdisjoint(range(name, end)):
            yield _candidate(ground, name, end, Kind.PERSON)
        yield _candidate(ground, at, name, Kind.GROUP)


def _answers(ground: Ground, verb: int) -> bool:
    """Whether a verb of saying takes up what was told before, so that its subject ends the clause: 'وهو ما نفته'."""
    words = ground.words
    opening = verb - 1 - (words.form(verb - 1) in folded("before_verb"))
    return (
        is_saying(words.form(verb)) and words.form(verb).endswith(_TAKEN_UP) and words.form(opening) in folded("it_was")
    )


def _owned(ground: Ground, at: int) -> int:
    """Past a noun and the definite words that belong to it: '[إدارة المطار] جملة وتفصيلا'."""
    end = at + 1
    while end - at < _LONGEST and ground.adjoining(end) and ground.words.form(end).startswith("ال"):
        end += 1
    return end


def labels_in(ground: Ground, taken: Collection[int]) -> Iterator[Candidate]:
    """'[صحيفة محلية]: الوزير يستقيل': an indefinite medium or document at the head of a line, before its colon."""
    words, heads = ground.words, folded_class("heads_a_label")
    for first, last in words.analysed.paragraphs:
        if words.form(first) not in heads or first in taken:
            continue
        colon = next((at for at in range(first + 1, min(first + _LABEL, last)) if words.form(at) == ":"), None)
        if colon is not None and all(_describes(ground, at) for at in range(first + 1, colon)):
            yield _candidate(ground, first, colon, Kind.GROUP)


def _describes(ground: Ground, at: int) -> bool:
    """Whether an indefinite adjective may stand here: 'صحيفة [أميركية]', 'قناة [محلية]'."""
    words = ground.words
    plain = words.is_word(at) and not words.form(at).startswith(_HEADLESS) and not is_function_word(words.form(at))
    return at in ground.nationalities or (plain and at not in ground.names and words.form(at).endswith("ة"))


def lone_speakers_in(ground: Ground, named: Sequence[Candidate], others: Collection[str] = ()) -> Iterator[Candidate]:
    """'قالت خديجة إنها', 'وأكد كوتلوف أن': one word that can only be a name, between a verb of saying and what is said.

    `named`: what other rules found; a last name among them is left to who bears it, as are `others`, keys.
    """
    words, taken = ground.words, {at for c in named for at in range(c.first, c.last)}
    lasts = {words.keys[c.last - 1] for c in named if c.kind is Kind.PERSON}.union(others)
    for at, verb in _behind_verbs(words.forms):
        if at in taken or not words.touches(at) or not surely_saying(verb) or words.keys[at] in lasts:
            continue
        heard = words.form(at + 1) in folded_class("to_the_press")  # 'وقال شين [للصحفيين] إن'
        if words.is_word(at) and (heard or opens_speech(words.form(at + 1))) and _only_names(ground, at, heard):
            yield _candidate(ground, at, at + 1, Kind.PERSON)


def _only_names(ground: Ground, at: int, heard: bool) -> bool:
    """Whether a word is a part of names and nothing else, or stands in no list at all: no noun and no adverb.

    What is `heard` by somebody told right behind has its speaker before him, however short: 'قال [شين] للصحفيين'.
    """
    form, word_key = ground.words.form(at), ground.words.keys[at]
    if at in ground.nationalities or at in ground.names:
        return False
    known = word_key in given_names() or word_key in family_names()
    if known and heard and not is_function_word(form):
        return True
    if is_no_name(form):
        return False
    if known:
        return word_key not in names_also_words()
    attached = _BY + _TO if heard else _ATTACHED
    plain = form[0] not in attached and not form.endswith(_ENDS_NO_NAME) and not form.startswith(_HEADLESS)
    long = len(form) > _SHORTEST - heard
    return plain and long and not speech_lexemes().at(form) and not opens_listed(ground.words.keys, at)


def media_in(ground: Ground, taken: set[int]) -> Iterator[Candidate]:
    """Media in quotation marks that somebody speaks to: 'قال مصدر لـ«الساحل اليوم» إن'."""
    words = ground.words
    for at, form in enumerate(words.forms):
        if form != _TO or words.form(at + 1) not in OPENS_SPOKEN or at + 2 in taken:
            continue
        end = next((i for i in range(at + 3, at + 3 + _TITLE) if words.form(i) in _CLOSES_QUOTE), None)
        said = any(is_saying(words.form(i)) for i in range(max(0, at - _ASIDE), at))
        if end and said and all(words.form(i) == "." or words.is_word(i) for i in range(at + 2, end)):
            key, start = " ".join(words.keys[at + 2 : end]), words.tokens[at + 2].start
            rule = EntityRule.SPOKEN_TO
            yield Candidate(at + 2, end, start, Kind.MEDIA, "name", key=key, head="head.press", rule=rule)


def _candidate(ground: Ground, first: int, last: int, kind: Kind) -> Candidate:
    key, start = " ".join(ground.words.keys[first:last]), ground.words.tokens[first].start
    if kind is Kind.PERSON:
        return Candidate(first, last, start, kind, "name", key=key, rule=EntityRule.NAME_PARTS, rank=2)
    return Candidate(first, last, start, kind, "group", key=key, head="group.subject", rule=EntityRule.SUBJECT)


def _heads(ground: Ground, at: int) -> bool:
    """Whether an indefinite noun stands here that agrees with the verb before and is nothing that one says."""
    words = ground.words
    form, verb = words.form(at), words.form(at - 1)
    if not words.is_word(at) or len(form) < _SHORTEST or form.startswith(_HEADLESS) or form.endswith("ا"):
        return False
    if at in ground.names or at in ground.nationalities or is_preposition(form):
        return False
    if form in folded_class("time_word") or form in folded("said_thing", "medium_marks", "adverbs"):
        return False
    if words.form(at - 2) in folded("noun_prepositions") or _with_preposition(words.keys, at):
        return False
    if form.startswith(_BY) and _takes_by(verb) and not _is_listed(words.keys, at):
        return False  # 'وتعهد [بتطوير] التجارة'
    if form in folded("wherein", "that", "by_that") or _is_name_part(words.keys[at]):
        return False
    if any(
        reading.inflection.tense in _NOUNS or reading.inflection.tense.finite for reading in speech_lexemes().at(form)
    ):
        return False
    return verb.removesuffix("ها").removesuffix("ه").endswith("ت") or not form.endswith("ة")  # 'نفت', 'نفته'


def _end(ground: Ground, at: int, spoken_to: set[int]) -> int:
    """Where the noun phrase ends: at a mark, a closed word, a day, a verb or a medium that is spoken to."""
    words = ground.words
    end = at + 1
    place = ground.names.get(end + 1) if words.form(end) == _IN else None
    where = place is not None and ground.adjoining(end + 1) and place.kind is not Kind.PERSON
    if place is not None and where and not words.form(at).endswith((*_OWNED, *_TAKEN_UP)):
        return place.last  # 'أعلن [تحالف في سوريا]، يقوده حزب، أنه'
    while end - at < _LONGEST and ground.adjoining(end):
        form, name = words.form(end), ground.names.get(end)
        if is_function_word(form) or form in folded_class("time_word") or form in folded("medium_marks"):
            break
        if form in folded("that", "by_that", "by_saying") or _to_somebody(form) or form == _TO:
            break
        if form in folded_class("to_the_press"):
            break
        if surely_saying(form) or end in spoken_to or _withholds_name(ground, end):
            break
        end = name.last if name else end + 1
    return end


def _withholds_name(ground: Ground, at: int) -> bool:
    """Whether a verb tells that a source is not to be named: 'مسؤول رفيع [طلب عدم] نشر اسمه'."""
    words = ground.words
    asks = words.form(at) in folded_class("asks_not_to_be_named")
    return asks and ground.adjoining(at + 1) and words.form(at + 1) in folded_class("withheld")


def _speech_follows(ground: Ground, end: int, spoken_to: set[int], at_once: bool) -> bool:
    """Whether what is said begins behind the noun phrase, with no verb of saying in between."""
    words = ground.words
    aside = folded_class("time_word") | folded("medium_marks", "by_saying") | {"،"}
    opening = folded("that", "by_that") | OPENS_SPOKEN
    for at in range(end, end + 1 if at_once else min(end + _ASIDE, len(words.tokens))):
        form = words.form(at)
        if at == end and _withholds_name(ground, at):
            continue
        if form in opening:
            return words.form(at - 1) not in folded("governs_that")
        if form == "." or surely_saying(form) or any(r.inflection.accusative for r in speech_lexemes().at(form)):
            return False
        to_somebody = form == _TO or _to_somebody(form) or at in spoken_to or form in folded_class("to_the_press")
        if at == end and not (form in aside or is_function_word(form) or to_somebody):
            return False
    return False


def _name_behind(ground: Ground, at: int, end: int) -> int:
    """Where a name begins behind a definite word, to which no indefinite noun can belong: 'خبير المياه [نبيل عون]'."""
    for first in range(end - _NAME[0], max(at, end - _NAME[1] - 1), -1):
        before = ground.words.form(first - 1)
        national = any(c.first < first == c.last for c in ground.nationalities.values() if c.first >= at)
        if not (national or before.startswith(("ال", "لل"))):
            continue
        if ground.words.keys[first] in given_names() and first not in ground.nationalities:
            return first
    return end


def _is_name_part(word_key: str) -> bool:
    """Whether a word is a part of people's names and nothing else, which alone stands for somebody named before."""
    return (word_key in given_names() or word_key in family_names()) and word_key not in names_also_words()


def _with_preposition(keys: Sequence[str], at: int) -> bool:
    """Whether the first letter may be a preposition, as in 'بشكل', and the word is no office: 'باحث'."""
    rest = keys[at][1:]
    plain = is_ordinary(rest) or is_function_word(rest) or len(rest) <= _SHORTEST
    return keys[at][0] in "بل" and plain and not _is_listed(keys, at)


def _is_listed(keys: Sequence[str], at: int) -> bool:
    """Whether a word is, with its first letter, one of an office, a group or a body: 'باحث'."""
    listed = title_trie().at(keys, at) or group_trie().at(keys, at) or head_trie().at(keys, at)
    return listed is not None and listed.cut == 0


@remembered
def _takes_by(verb: str) -> bool:
    """Whether what is said may stand behind a verb with the preposition ب: 'تعهد', 'أشاد'."""
    readings = (r for r in speech_lexemes().at(verb) if r.inflection.tense.finite)
    return any(_BY in speech_cues_by_id()[r.entry].content for r in readings)


def _behind_verbs(forms: Sequence[str]) -> list[tuple[int, str]]:
    """Where words stand right behind one that may be a verb of saying, with that verb."""
    verbs = forms[:-1]
    return list(compress(enumerate(verbs, 1), map(may_say, verbs)))


def _to_somebody(form: str) -> bool:
    """Whether a preposition and a pronoun are attached, as to whom one speaks to: 'لوزرائه'."""
    return len(form) >= _SHORTEST + 2 and form.startswith("ل") and form.endswith(("ه", "ها", "هم"))


@remembered
def may_say(form: str) -> bool:
    """Whether a word may be a finite verb of saying, though it is oftener something else; not 'ليدعي', a purpose."""
    readings = speech_lexemes().at(form)
    return bool(readings) and any(r.inflection.tense.finite and "ل" not in r.proclitics for r in readings)


@remembered
def is_saying(form: str) -> bool:
    """Whether a word may be a finite verb that is used of saying before all."""
    cues = speech_cues_by_id()
    readings = (r for r in speech_lexemes().at(form) if r.inflection.tense.finite and "ل" not in r.proclitics)
    return any(not cues[r.entry].also_plain for r in readings)


@remembered
def surely_saying(form: str) -> bool:
    """Whether a word can only be a finite verb of saying: 'دعم' may be a noun."""
    readings = speech_lexemes().at(form)
    return bool(readings) and all(reading.inflection.tense.finite for reading in readings)


@remembered
def only_says(form: str) -> bool:
    """Whether a word can only be a finite verb of saying, and one that takes nobody as object: not 'أبلغ'."""
    cues = [speech_cues_by_id()[reading.entry] for reading in speech_lexemes().at(form)]
    return surely_saying(form) and not any(cue.addressee and not cue.addressee_marks for cue in cues)


def opens_speech(form: str) -> bool:
    """Whether a word opens a clause that tells what is said: 'إن'."""
    return form in folded("that")
