"""Title phrases: 'وزير الخارجية الأوكراني', 'المتحدث باسم وزارة الدفاع', 'رئيس الوزراء السابق'."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class, group_trie, portfolio_keys, title_trie
from khabar.extraction.names.covering import Covering
from khabar.extraction.names.finders import Ground
from khabar.extraction.names.trie import Hit
from khabar.extraction.names.words import Words, cut_offset, is_definite, is_function_word
from khabar.knowledge.name_grammar import name_grammar
from khabar.knowledge.name_parts import given_names
from khabar.knowledge.name_words import State, Title, TitleKind
from khabar.language.normalise import fold, key
from khabar.values.entity import Kind
from khabar.values.grammar import Number

_OWNED = ("ها", "هم", "هما", "ه")  # pronouns that make a noun definite
_LONGEST_QUOTED = 5  # words of a name in quotation marks
_PREPOSITIONS = "بلك"
_OF_RELATION = ("ي", "ية")
_LONGEST = 14  # words after the title
_OF_CIRCUMSTANCE = ("ا", "ة", "ين")  # endings of participles that tell what somebody does besides
_MARKS = ("،", '"', "»", "”")
_BELOW = "إ"
_NOT_CONSTRUCT = ("ون", "ين", "ان")  # endings that plurals and duals lose before what they belong to


@dataclass(frozen=True, slots=True)
class TitlePhrase:
    """A title with what it is a title of; no name in it."""

    first: int
    last: int
    start: int  # offset, attached particles left out
    title: Title
    definite: bool
    plural: bool
    country: str | None = None  # id in the world knowledge; None: not told
    body: Candidate | None = None  # the body that it is an office of; None: not told
    former: bool = False
    owned: bool = False  # a pronoun is attached: 'متحدثها'

    @property
    def honorific(self) -> bool:
        """Whether it only honours, as 'السيد' does."""
        if self.title.id in name_grammar("also_honorific") and self.definite and self.last == self.first + 1:
            return not (self.country or self.body)
        return self.title.kind is TitleKind.HONORIFIC


def titles_in(ground: Ground, bodies: dict[int, Candidate]) -> Iterator[TitlePhrase]:
    """Every title phrase, the longest at each place, none inside another."""
    words = ground.words
    sure = Covering(name for name in ground.names.values() if "?" not in name.rule)
    last = 0  # of the phrase before
    for at in title_trie().places_with_pronoun(words.forms):
        hit, owned = _title_at(ground, at) if at >= last else (None, False)
        if hit is None:
            continue
        title, number, _ = hit.found[0]
        if title.kind is TitleKind.RANK and words.tokens[min(hit.last, len(words.tokens) - 1)].kind == "number":
            continue  # 'اللواء 111' is a brigade
        definite = owned or any(is_definite(words.form(i)) for i in range(at, hit.last))
        start = cut_offset(words.analysed.text, words.tokens[at].start, hit.cut)
        bare = TitlePhrase(at, hit.last, start, title, definite, number is not Number.SINGULAR, owned=owned)
        phrase = _completed(ground, bodies, bare)
        if any(_is_part(phrase, name) for name in sure.around(phrase.first, phrase.last)):
            continue
        if phrase.first not in ground.names or ground.names[phrase.first].last <= phrase.last:
            yield phrase
            last = phrase.last


def _is_part(phrase: TitlePhrase, name: Candidate) -> bool:
    """Whether a title only looks like one, as a part of a known name: 'عبد [الملك الحوثي]', 'عملية [حارس الازدهار]'."""
    return name.kind is not Kind.PERSON or phrase.first > name.first


def _title_at(ground: Ground, at: int) -> tuple[Hit[tuple[Title, Number, State]] | None, bool]:
    """The title that begins here, and whether a pronoun is attached to it, which makes it definite."""
    words, trie = ground.words, title_trie()
    if not words.words[at]:
        return None, False
    hit = trie.at(words.keys, at)
    if hit and (_other_hamza(words, at, hit) or _accusative(words.form(at), hit) or _describes(ground, at, hit)):
        return None, False
    if hit and _tells_what_one_does(ground, at, hit):
        return None, False
    owned = trie.with_pronoun(words.forms[at]) if len(words.forms[at]) > 4 else None
    if hit and not (owned and _ends_in_his(ground, at)):
        return hit, False
    return (Hit(at + 1, owned.found, owned.cut), True) if owned else (None, False)


def _ends_in_his(ground: Ground, at: int) -> bool:
    """Whether a word is written with the pronoun that names are found without: 'نائبه فلان', not 'نائبه الوزير'.

    So it is where a nationality of a man follows: 'نظيره الروسي'.
    """
    words, after = ground.words, ground.words.form(at + 1)
    his = not is_definite(after) or (at + 1 in ground.nationalities and not after.endswith("ة"))
    return his and words.tokens[at].written(words.analysed.evened).endswith("ه")


def _other_hamza(words: Words, at: int, hit: Hit[tuple[Title, Number, State]]) -> bool:
    """Whether a word has a hamza where the title has none, or has it below: 'أنباء', no 'أنبا'; 'أمام', no 'إمام'.

    Within a word too: 'وإلى', no 'والي'.
    """
    start = cut_offset(words.analysed.text, words.tokens[at].start, hit.cut)
    title = hit.found[0][0]
    if _BELOW in words.analysed.text[start + 1 : words.tokens[at].end] and not any(
        _BELOW in f.text for f in title.forms
    ):
        return True
    if words.form(at).endswith("ء") and hit.last == at + 1 and not any(f.text.endswith("ء") for f in title.forms):
        return True
    return words.analysed.text[start] == "أ" and title.lemma.startswith(_BELOW)


def _describes(ground: Ground, at: int, hit: Hit[tuple[Title, Number, State]]) -> bool:
    """Whether it is an adjective of the noun before it and names nobody: 'المركز [الإعلامي]', 'تقارير [صحفية]'."""
    form, before = ground.words.form(at), at - 1
    relation = hit.cut == 0 and hit.last == at + 1 and form.endswith(_OF_RELATION)
    if not relation or at == 0 or not ground.words.touches(at) or _name_part(ground, hit.last):
        return False
    described = title_trie().at(ground.words.keys, before)
    if described or any(name.last == at for name in ground.names.values()):
        return False
    if form.startswith("ال"):
        return ground.definite_noun(before) and ground.words.form(before) not in folded_class("time_word")
    if ground.words.form(before) in folded_class("press_event"):
        return not is_definite(form)
    source = group_trie().at(ground.words.keys, before)
    return source is not None and source.last == at and not is_definite(ground.words.form(before))


def _tells_what_one_does(ground: Ground, at: int, hit: Hit[tuple[Title, Number, State]]) -> bool:
    """Whether a title is the participle of a circumstance, its object right behind: 'غادر [متهما] الوزير بالكذب'."""
    plain = hit.found[0][0].id in name_grammar("also_circumstance") and not is_definite(ground.words.form(at))
    if not plain or at == 0 or not ground.words.form(at).endswith(_OF_CIRCUMSTANCE):
        return False
    before, ends_name = ground.words.form(at - 1), any(name.last == at for name in ground.names.values())
    if not (before in _MARKS or is_definite(before) or ends_name):
        return False
    object_named = hit.last in ground.names or title_trie().at(ground.words.keys, hit.last) is not None
    return object_named or ground.definite_noun(hit.last)


def _name_part(ground: Ground, at: int) -> bool:
    """Whether a person's name may begin here."""
    named = ground.names.get(at)
    return ground.words.is_word(at) and (
        ground.words.keys[at] in given_names() or (named is not None and named.kind is Kind.PERSON)
    )


def _accusative(word: str, hit: Hit[tuple[Title, Number, State]]) -> bool:
    """Whether a preposition would stand before an accusative, which none governs: 'كاميرا' is no 'like a prince'."""
    attached = hit.cut > 0 and word[hit.cut - 1] in _PREPOSITIONS
    return attached and word.endswith("ا") and not hit.found[0][0].lemma.endswith("ا")


def _completed(ground: Ground, bodies: dict[int, Candidate], phrase: TitlePhrase) -> TitlePhrase:
    if phrase.honorific:
        return phrase
    for _ in range(_LONGEST):
        longer = _one_more(ground, bodies, phrase)
        if longer is None:
            break
        phrase = longer
    return phrase


def _one_more(ground: Ground, bodies: dict[int, Candidate], phrase: TitlePhrase) -> TitlePhrase | None:
    at = phrase.last
    in_the_name_of = ground.words.form(at - 1) == fold("باسم")
    if in_the_name_of and (close := _quoted_name(ground, at)):
        return replace(phrase, last=close, definite=True)
    if not ground.adjoining(at) or _opens_rank(ground, at) or _opens_person(ground, at):
        return None
    if ground.words.form(at - 1) in folded_class("in_his_name"):
        return None  # 'ودعا متحدث باسمه كينيا إلى الحوار'
    form = ground.words.form(at)
    unnamed_body = in_the_name_of and form not in folded_class("time_word") and _definite(ground, at)
    if unnamed_body and not _body_at(ground, bodies, at):
        return replace(phrase, last=at + 1, definite=True)  # 'الناطقة باسم خارجيتها'
    if form in folded_class("time_word"):
        return None
    if form in folded_class("in_his_name"):
        return replace(phrase, last=at + 1)  # 'المتحدث باسمه كريم سالم', 'الناطقة باسمها'
    if form in folded_class("acting"):
        return replace(phrase, last=at + 1)
    if form in folded_class("former"):
        return replace(phrase, last=at + 1, former=True)
    national = ground.nationalities.get(at)
    if national and national.how == "adjective":
        return replace(phrase, last=national.last, country=phrase.country or national.country)
    of = _body_at(ground, bodies, at)
    if of and of.kind is Kind.MEDIA and (of.start != ground.words.tokens[at].start or form.startswith("لل")):
        return None  # 'قال المساعد لوكالة …': whom he told it, not whose assistant he is
    if of and of.start == ground.words.tokens[at].start:
        whole = _governs_no_name(ground, phrase) or (
            _ends_in_name(ground, bodies, phrase) and not form.startswith("لل")
        )
        return None if whole else _of_body(phrase, of)
    if of and _is_for_body(ground, phrase, of):
        return _of_body(phrase, of)
    if form in folded_class("title_link"):
        return _linked(ground, bodies, phrase, at)
    if form in folded_class("to_the_press"):
        return None  # 'قال المندوب للصحفيين إن'
    if form.startswith("لل") and not (of and of.kind is Kind.MEDIA):
        return replace(phrase, last=at + 1, definite=True)
    return _plain_word(ground, phrase, at)


def _opens_person(ground: Ground, at: int) -> bool:
    """Whether the whole name of a known person begins here: 'نظيره الروسي [سيرغي لافروف]'."""
    name = ground.plain_name(at)
    return name is not None and name.kind is Kind.PERSON


def _opens_rank(ground: Ground, at: int) -> bool:
    """Whether a rank of several words begins behind an office: 'قائد الجيش [الفريق أول] كريم سالم'."""
    hit = title_trie().at(ground.words.keys, at) if ground.words.form(at).startswith("ال") else None
    ranked = hit is not None and hit.cut == 0 and hit.last > at + 1
    return ranked and hit is not None and hit.found[0][0].kind is TitleKind.RANK


def _is_for_body(ground: Ground, phrase: TitlePhrase, of: Candidate) -> bool:
    """Whether ل brings the body of an office, its bearer named behind it: 'المستشار القانوني لقوات الساحل'."""
    particle = fold(ground.words.analysed.text[ground.words.tokens[of.first].start : of.start])
    described = phrase.definite and phrase.last > phrase.first + 1
    return described and particle == "ل" and of.kind is Kind.ORGANISATION and _name_part(ground, of.last)


def _governs_no_name(ground: Ground, phrase: TitlePhrase) -> bool:
    """Whether its article, pronoun or ending keeps a title from a name in the genitive: 'زار الوزير إثيوبيا'.

    So does an adjective of nationality: 'اتهم المندوب الأوكراني روسيا', 'اقتحم وزير إسرائيلي المسجد الأقصى', or any
    adjective behind an articled noun: 'زار المبعوث الأممي طرابلس'.
    """
    alone = phrase.last == phrase.first + 1
    form = ground.words.form(phrase.first).removeprefix("و")
    described = phrase.last == phrase.first + 2 and ground.relational(phrase.last - 1)
    described = described and not ground.words.form(phrase.last).startswith("لل")
    if _ends_in_nationality(ground, phrase) or (described and form.startswith("ال")):
        return True
    return alone and (phrase.owned or form.startswith("ال") or form == fold(phrase.title.lemma) + "ا")


def _ends_in_name(ground: Ground, bodies: dict[int, Candidate], phrase: TitlePhrase) -> bool:
    """Whether the name of a body or country closes the phrase, which governs no other.

    'اتهم سفير غانا في مجلس الأمن [روسيا]', 'أبلغ مندوب غانا [مجلس الأمن]'.
    """
    if phrase.body is not None and phrase.body.last == phrase.last:
        return True
    inside = (ground.names.get(at) for at in range(phrase.first + 1, phrase.last))
    if any(name is not None and name.kind is Kind.COUNTRY and name.last == phrase.last for name in inside):
        return True
    links = (at for at in range(phrase.first, phrase.last) if ground.words.form(at) in folded_class("title_link"))
    stations = (_body_at(ground, bodies, at + 1) for at in links)
    return any(station is not None and station.last == phrase.last for station in stations)


def _ends_in_nationality(ground: Ground, phrase: TitlePhrase) -> bool:
    """Whether an adjective of nationality closes the phrase, behind which no genitive stands."""
    near = (ground.nationalities.get(phrase.last - words) for words in (1, 2))  # 'الروسي', 'الكوري الشمالي'
    closing = next((national for national in near if national and national.last == phrase.last), None)
    return closing is not None and closing.how == "adjective" and closing.first > phrase.first


def _plain_word(ground: Ground, phrase: TitlePhrase, at: int) -> TitlePhrase | None:
    form, word_key = ground.words.form(at), ground.words.keys[at]
    if not phrase.definite and ground.definite_noun(at) and not _ends_in_nationality(ground, phrase):
        if phrase.plural and ground.words.form(at - 1).endswith(_NOT_CONSTRUCT):
            return None  # 'سأل صحفيون [الرئيس]'
        return replace(phrase, last=at + 1, definite=True)
    if phrase.definite and ground.relational(at):
        return replace(phrase, last=at + 1)
    if phrase.definite and form.startswith("وال") and word_key[1:] in portfolio_keys():
        return replace(phrase, last=at + 1)  # وزير الخارجية والمغتربين
    if phrase.definite and form.startswith("ال") and word_key in portfolio_keys():
        whole = _ends_in_nationality(ground, phrase)  # 'بحث مع نظيره الروسي [التعاون]'
        return None if whole else replace(phrase, last=at + 1)
    if phrase.definite:
        return None
    hit = title_trie().at(ground.words.keys, at)
    if hit and hit.cut == 0:  # نائب رئيس, رئيس هيئة أركان
        definite = any(is_definite(ground.words.form(i)) for i in range(at, hit.last))
        return replace(phrase, last=hit.last, definite=definite)
    if _is_owned_field(ground, at):
        return replace(phrase, last=at + 1, definite=True)  # 'وزير [خارجيته] فلان'
    if (word_key in portfolio_keys() or _indefinite_adjective(form)) and not is_function_word(form):
        return replace(phrase, last=at + 1)
    return None


def _is_owned_field(ground: Ground, at: int) -> bool:
    """Whether a word is a field of ministers with a pronoun attached: 'خارجيته', 'دفاعها', not 'دفاع'."""
    written = fold(ground.words.tokens[at].written(ground.words.analysed.evened))
    stems = (written.removesuffix(owner) for owner in _OWNED if written.endswith(owner))
    return any(_field_key(stem) in portfolio_keys() for stem in stems)


def _field_key(stem: str) -> str:
    """The key of a noun that a pronoun was taken from, before which ة is written ت."""
    return key(f"{stem[:-1]}ة" if stem.endswith("ت") else stem)


def _indefinite_adjective(form: str) -> bool:
    return form.endswith(("ي", "ية")) and len(form) > 4


def _quoted_name(ground: Ground, at: int) -> int | None:
    """Where the short name in quotation marks that begins here ends: 'متحدث باسم «منظومة الصناعات»'."""
    words = ground.words
    if words.form(at) not in {"«", '"', "“"}:
        return None
    closing = (i for i in range(at + 2, min(at + 2 + _LONGEST_QUOTED, len(words.tokens))))
    return next((i + 1 for i in closing if words.form(i) in {"»", '"', "”"}), None)


def _linked(ground: Ground, bodies: dict[int, Candidate], phrase: TitlePhrase, at: int) -> TitlePhrase | None:
    form = ground.words.form(at)
    of = _body_at(ground, bodies, at + 1)
    if of:
        sent = phrase.title.id in name_grammar("sent_to")
        if form == fold("إلى") and not (sent and of.kind in (Kind.COUNTRY, Kind.PLACE)):
            return None  # 'دعا الوزير إلى فتح المعابر', 'وصل الرئيس الفرنسي إلى لبنان'
        if form == fold("في") and not ({"organisation", "country", "place"} & set(phrase.title.takes)):
            return None
        stationed = of.kind is Kind.PLACE and phrase.country is not None
        if sent or stationed or form == fold("لدى"):  # 'the Russian ambassador to the United Nations' is Russia's
            return replace(phrase, last=of.last, definite=True)
        return _of_body(phrase, of)
    if form != fold("في") and form != fold("إلى") and ground.adjoining(at + 1) and _definite(ground, at + 1):
        return replace(phrase, last=at + 2, definite=True)
    return None


def _definite(ground: Ground, at: int) -> bool:
    """Whether a noun is definite by its article or by a pronoun: 'باسم خارجيتها'."""
    form = ground.words.form(at)
    return ground.definite_noun(at) or (form.endswith(_OWNED) and len(form) > 4 and not is_function_word(form))


def _of_body(phrase: TitlePhrase, of: Candidate) -> TitlePhrase:
    return replace(
        phrase,
        last=of.last,
        definite=True,
        country=phrase.country or of.country,
        body=phrase.body or (of if of.kind is not Kind.COUNTRY else None),
    )


def _tells_its_country(name: Candidate, body: Candidate) -> bool:
    """Whether what is known by a name tells whose body it is: 'وزارة الدفاع الروسية', not 'التحالف العربي'."""
    return "?" not in name.rule and body.head not in name_grammar("of_several_states")


def _body_at(ground: Ground, bodies: dict[int, Candidate], at: int) -> Candidate | None:
    if not ground.adjoining(at):
        return None
    body, name = bodies.get(at), ground.names.get(at)
    found = max((c for c in (body, name) if c), key=lambda c: c.last, default=None)
    if body and name and found is body and body.last == name.last and _tells_its_country(name, body):
        found = name
    return None if found is None or found.kind is Kind.PERSON else found
