"""Unnamed but definite sources and groups: 'مصادر مطلعة', 'مسؤول أمريكي رفيع المستوى', '15 دولة غربية'."""

from collections.abc import Iterator

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class, group_trie, head_trie, portfolio_keys, title_trie
from khabar.extraction.names.finders import Ground
from khabar.extraction.names.trie import Hit, name_starts
from khabar.extraction.names.words import (
    Words,
    cut_offset,
    folded_function_words,
    is_definite,
    is_function_word,
)
from khabar.knowledge.name_grammar import name_grammar
from khabar.knowledge.name_words import GroupHead, GroupRole, State
from khabar.language.normalise import fold
from khabar.language.number_words import number_word
from khabar.values.entity import Kind
from khabar.values.grammar import Number
from khabar.values.why import EntityRule

_LONGEST = 7  # words after the head
_MOST_COUNTING = 3  # words that count states
_STATES = "group.countries"
_RELATION = ("ي", "ية", "يين", "يون", "يان")  # endings of adjectives of relation
_SHORTEST_RELATION = 4  # letters: shorter words are oftener others
_INDEFINITE_RELATION = ("ي", "يا", "ية")
_FEMININE = ("ة", "ات")
_ATTACHED = ("ب", "ل")
_TO_THE = "لل"
_AGREEING = ("ة", "ين", "ون", "ات", "ية", "يين", "يون", "ي", "ا")


def groups_in(ground: Ground) -> Iterator[Candidate]:
    """Every head of a group with what counts it and what describes it."""
    words, trie = ground.words, group_trie()
    for at in trie.places_with_pronoun(words.forms):
        token = words.tokens[at]
        if token.kind != "word" or token.form in folded_class("closes_medium"):
            continue
        hit = trie.at(words.keys, at)
        owned = trie.with_pronoun(token.form) if hit is None and len(token.form) > 4 else None
        if owned and not (ground.adjoining(at + 1) and ground.plain_name(at + 1)):  # a verb: 'قادتها قطر'
            hit = Hit(at + 1, owned.found, owned.cut)  # 'مصادره'
        if hit is None or (hit.last == at + 1 and token.form in folded_function_words("adverb")):
            continue
        reading = next(((g, n, s) for g, n, s in hit.found if g.role is GroupRole.HEAD), None)
        headed = list(_group(ground, at, hit.last, hit.cut, *reading)) if reading else []
        yield from headed
        if not headed and any(g.role is GroupRole.QUANTIFIER for g, _, _ in hit.found):
            yield from _one_of(ground, at, hit.last, hit.cut)


def _one_of(ground: Ground, at: int, last: int, cut: int) -> Iterator[Candidate]:
    """'أحد رجال الأعمال اليمنيين', 'عدد من الفارين': some of a definite plural."""
    words = ground.words
    if is_definite(words.form(last - 1)):
        return  # 'قالت الأحد إن الحريق': a day, and the noun behind another word
    noun = last
    between = ground.adjoining(noun) and not is_function_word(words.form(noun))
    if between and not ground.definite_noun(noun) and ground.definite_noun(noun + 1):
        noun += 1
    if not ground.adjoining(noun) or not ground.definite_noun(noun) or noun in ground.names:
        return
    if noun == last and not _is_of_some(words.form(noun)):
        return
    end, country = described(ground, noun + 1, definite=True)
    start = cut_offset(words.analysed.text, words.tokens[at].start, cut)
    key = " ".join([words.keys[at][cut:], *words.keys[at + 1 : end]])
    yield Candidate(
        at, end, start, Kind.GROUP, "group", key, country=country, head="group.some", rule=EntityRule.GROUP.of("some")
    )


def _is_of_some(plural: str) -> bool:
    """Whether the plural is of people or of bodies: 'الفارين', 'النقابات', not 'القرارات'."""
    return plural.endswith(("ين", "ون")) or (plural.endswith("ات") and head_trie().alone(plural) is not None)


def _group(
    ground: Ground, at: int, last: int, cut: int, head: GroupHead, number: Number, state: State
) -> Iterator[Candidate]:
    words = ground.words
    if (number is Number.SINGULAR and _only_qualifies(ground, at)) or _describes_deed(words, at):
        return
    if number is Number.PLURAL and head.id in name_grammar("stands_beside") and _stands_beside(words, at):
        return
    made_known = head.id in name_grammar("papers")
    end, country = described(ground, last, definite=state is State.DEFINITE, over_names=not made_known)
    if number is Number.PLURAL and head.id in name_grammar("leads_states"):
        end = max(end, _of_states(ground, last))
    if head.id in name_grammar("only_counted"):
        if country or end > last or (number is not Number.DUAL and _counted_from(ground, at) == at):
            return
    elif end == last and not head.alone and not (made_known and ground.plain_name(end)):
        return  # 'تقديرات [للجيش]' has somebody
    first = _counted_from(ground, at) if cut == 0 else at
    start = words.tokens[first].start
    start = cut_offset(words.analysed.text, start, cut if first == at else _attached(words.form(first)))
    yield Candidate(
        first,
        end,
        start,
        Kind.GROUP,
        "group",
        key=" ".join([words.keys[first][cut if first == at else 0 :], *words.keys[first + 1 : end]]),
        country=country,
        head=head.id,
        rule=EntityRule.GROUP.of(head.id),
        rank=1,
    )


def _of_states(ground: Ground, at: int) -> int:
    """Where the states that people hold office in end, and their field before these: 'وزراء [خارجية عشر دول]'."""
    words = ground.words
    end = at + (at not in ground.names and ground.adjoining(at) and words.keys[at] in portfolio_keys())
    noun = end
    while noun - end < _MOST_COUNTING and ground.adjoining(noun) and _is_counting(ground, noun):
        noun += 1
    hit = group_trie().at(words.keys, noun) if ground.adjoining(noun) and noun not in ground.names else None
    if hit is None or not any(head.id == _STATES for head, _, _ in hit.found):
        return end
    definite = is_definite(words.form(noun))
    last = described(ground, hit.last, definite)[0]
    if last == hit.last and noun == end and not definite:
        return end  # of which states, something else tells
    counted = definite and ground.adjoining(last) and number_word(words.form(last).removeprefix("ال")) is not None
    return last + counted  # 'الدول [السبع]'


def _is_counting(ground: Ground, at: int) -> bool:
    """Whether a word is part of a number: 'عشر', 'إحدى عشرة', '40', 'أكثر من أربعين'."""
    form = ground.words.form(at)
    counted = ground.words.tokens[at].kind == "number" or number_word(form) is not None
    return counted or form in folded_class("more_than") or form in folded_class("one_of_eleven")


def _only_qualifies(ground: Ground, at: int) -> bool:
    """Whether a singular is the adjective of the noun before it: 'المؤتمر الصحفي', 'بيان صحفي', 'محادثات سياسية'."""
    words = ground.words
    if at == 0 or not words.touches(at):
        return False
    form, before = words.form(at), words.form(at - 1)
    if form.endswith("ية") and before.endswith(_FEMININE) and not form.startswith("ال"):
        return True
    if form.endswith("ي") and not form.startswith("ال") and _is_governed(ground, at - 1):
        return True
    if form.endswith(_INDEFINITE_RELATION) and not form.startswith("ال"):
        agreeing = (form.endswith("يا") and before.endswith("ا")) or (form.endswith("ية") and before.endswith("ة"))
        return before in folded_class("press_event") or agreeing
    if not form.startswith("ال") or not before.startswith("ال"):
        return False
    noun = at - 2 if at - 1 in ground.nationalities and at > 1 else at - 1  # 'النزاع السوري المسلح'
    return ground.definite_noun(noun) and noun not in ground.nationalities and noun not in ground.names


def _stands_beside(words: Words, at: int) -> bool:
    """Whether a plural describes the noun right before it: 'الدول الأعضاء', 'دول العالم الأعضاء', 'دول أعضاء'."""
    if at == 0 or not words.touches(at):
        return False
    if is_definite(words.form(at)):
        return is_definite(words.form(at - 1))
    hit = group_trie().at(words.keys, at - 1)
    return hit is not None and any(g.role is GroupRole.HEAD and n is Number.PLURAL for g, n, _ in hit.found)


def _is_governed(ground: Ground, at: int) -> bool:
    """Whether an indefinite noun that names nobody stands behind a preposition: 'ب[اتفاق] عسكري', 'في [سوق] شعبي'."""
    words, form = ground.words, ground.words.form(at)
    if is_definite(form) or is_function_word(form) or at in ground.names:
        return False
    if group_trie().at(words.keys, at) or title_trie().at(words.keys, at):
        return False
    attached = form.startswith(_ATTACHED) and len(form) > _SHORTEST_RELATION
    return attached or (at > 0 and words.form(at - 1) in folded_function_words("preposition"))


def _describes_deed(words: Words, at: int) -> bool:
    """Whether 'مسلح' is the adjective of a deed before it: 'هجوم مسلح'."""
    near = at > 0 and words.touches(at) and words.form(at) in folded_class("armed")
    return near and any(noun in folded_class("armed_deed") for _, noun in name_starts(words.form(at - 1)))


def _attached(form: str) -> int:
    """Letters of و and ف before a quantifier or a figure."""
    return 1 if len(form) > 2 and form[0] in "وف" and is_function_word(form[1:]) else 0


def _counted_from(ground: Ground, at: int) -> int:
    """The figure or quantifier that stands before the head, or the head itself."""
    words = ground.words
    before = at - 1
    if before < 0 or not words.touches(at):
        return at
    if words.tokens[before].kind == "number":
        return before
    if not _is_quantifier(ground, before):
        return at
    unit = before > 0 and words.touches(before) and words.form(before) in folded_class("ten_of_ordinal")
    return before - (unit and _is_quantifier(ground, before - 1))  # '[خمس عشرة] دولة'


def _is_quantifier(ground: Ground, at: int) -> bool:
    form = ground.words.form(at)
    if form in folded_function_words("quantifier"):
        return True
    hit = group_trie().at(ground.words.keys, at)
    return hit is not None and hit.last == at + 1 and any(g.role is GroupRole.QUANTIFIER for g, _, _ in hit.found)


def described(ground: Ground, at: int, definite: bool, over_names: bool = True) -> tuple[int, str | None]:
    """How far the description reaches, and the country that it names; not `over_names`: no name belongs to it."""
    country: str | None = None
    last = at
    while last - at < _LONGEST and ground.adjoining(last):
        reached, named = _one_more(ground, last, definite, first=over_names and last == at)
        if reached == last:
            break
        last, country = reached, country or named
    return last, country


def _one_more(ground: Ground, at: int, definite: bool, first: bool) -> tuple[int, str | None]:
    words = ground.words
    national = ground.nationalities.get(at)
    if national:
        return national.last, national.country
    name = ground.plain_name(at)
    if name and name.kind is Kind.PERSON:
        return at, None  # 'سأل صحفيون [سيرغي] لافروف': no adjective of relation
    if name and first:
        return name.last, name.country
    form = words.form(at)
    if form in {fold("في"), fold("من"), fold("باسم"), fold("لدى")} and ground.adjoining(at + 1):
        return _in_or_from(ground, at, form)
    if form in folded_class("time_word") or is_function_word(form):
        return at, None
    if form in folded_class("to_the_press"):
        return at, None  # 'قال مسؤول [للصحفيين]'
    if (end := ranked(ground, at)) > at:
        return end, None
    if definite and ground.relational(at):
        return at + 1, None
    if not definite and form.endswith(_RELATION) and len(form) > _SHORTEST_RELATION and not form.startswith("ال"):
        return at + 1, None  # 'دبلوماسي أفريقي'
    if form.startswith("و") and _is_modifier(form[1:], words.keys[at][1:]):
        return at + 1, None
    return at, None


def ranked(ground: Ground, at: int) -> int:
    """Past what ranks or describes a source here, as far as it reaches: '[رفيع المستوى]', '[مطلع على الملف]'."""
    form, hit = ground.words.form(at), group_trie().at(ground.words.keys, at)
    if hit is None or hit.cut or is_function_word(form) or form.startswith(_TO_THE):
        return at
    if not any(head.role is GroupRole.MODIFIER for head, _, _ in hit.found):
        return at
    return _what_it_is_near(ground, hit.last)


def _what_it_is_near(ground: Ground, end: int) -> int:
    """Past what a description that ends in a preposition governs: 'مصدر قريب من [الحركة]', 'مطلع على [الملف]'."""
    preposition = ground.words.form(end - 1) in folded_function_words("preposition")
    if not (preposition and ground.adjoining(end)):
        return end
    name = ground.plain_name(end)
    if name:
        return name.last
    while ground.adjoining(end) and ground.definite_noun(end):
        end += 1
    return end


def _in_or_from(ground: Ground, at: int, form: str) -> tuple[int, str | None]:
    name = ground.plain_name(at + 1)
    if name and name.kind is not Kind.PERSON:
        last = name.last
        joined = ground.names.get(last)
        if joined and ground.adjoining(last) and ground.words.form(last).startswith("و"):
            last = joined.last  # من الولايات المتحدة وكوريا الجنوبية
        return last, name.country
    if form == fold("باسم") and ground.definite_noun(at + 1):
        return at + 2, None
    if form == fold("في") and ground.definite_noun(at + 1):
        end = at + 2
        national = ground.nationalities.get(end)
        return (national.last, national.country) if national and ground.adjoining(end) else (end, None)
    return at, None


def _is_modifier(form: str, word_key: str) -> bool:
    hit = group_trie().at([word_key], 0)
    return form.endswith(_AGREEING) and hit is not None and any(g.role is GroupRole.MODIFIER for g, _, _ in hit.found)
