"""Who spoke before, from whom a verb without a subject goes on."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from khabar.extraction.attributions.addressees import takes_object
from khabar.extraction.attributions.agreement import is_feminine, is_plural, is_several
from khabar.extraction.attributions.asides import folded_time_words
from khabar.extraction.attributions.classes import folded, openings, opens, phrase_at
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.no_sayings import describes
from khabar.extraction.attributions.saying import Saying
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.subjects import SPEAKS, is_governed, one_of_them, subject_in
from khabar.extraction.names.words import is_function_word
from khabar.language.conjugation import Gender, Inflection, Tense
from khabar.language.datelines import behind_dateline
from khabar.language.normalise import fold
from khabar.values.attribution import Link, Stance
from khabar.values.entity import EntityId, Kind
from khabar.values.grammar import Number
from khabar.values.why import SayingRule, SourceRule

_BESIDE = 6  # tokens from a statement to the verb after it: 'وفي بيان صدر مساء الجمعة، قالت'
_OF_HIS = ("ه", "ها", "هم")  # pronouns that make a noun definite: 'خطيبته'
_REMEMBERED = 4  # speakers back that a verb without a subject may go on from


class Speakers:
    """Who spoke before: in the report's own voice, and inside each saying."""

    def __init__(self, scene: Scene, sayings: Sequence[Saying]) -> None:
        self._scene = scene
        self._genders = dict(_genders(scene, sayings))
        self._spoken: dict[int | None, list[tuple[Link, ...]]] = {}
        self._stated: tuple[Link, ...] | None = None  # who gave the last statement
        self._reported: tuple[Link, ...] | None = None  # whose the last report was
        self._last_spoken_at = -1
        self._last: tuple[Saying, tuple[Link, ...]] | None = None  # the last saying in the report's own voice
        self.covered: set[tuple[Link, ...]] = set()  # chains that lead through the source of a trailing cover

    def before(self, saying: Saying, parent: int | None) -> tuple[Link, ...] | None:
        """The chain that a verb without a subject goes on from: the last whose speaker agrees with the verb."""
        if one_of_them(self._scene, saying.cue):
            return self._many_before(saying)
        if self._cites_the_one_before(saying) and not saying.told:
            cited = self._told_before(saying)  # 'ذكرت الوكالة أن الوزير زار المصنع، [ونقلت عنه] قوله إن'
            if cited:
                return cited
        if parent is None and self._answers(saying):
            return self._who_answers()
        subject = self._subject_of_sentence(saying) if parent is None else None
        if subject:
            return subject
        plural = saying.cue is not None and saying.cue.inflection.number is Number.PLURAL
        begins = self._last_spoken_at < self._sentence_of(saying.at)
        if parent is None and not plural and begins and self._in_passing(saying):
            return None  # 'تداولت حسابات مقطعا [قالت إنه] حديث': she who says it is somewhere in the sentence
        spoken = self._spoken.get(parent) or self._spoken.get(None) or self._subject_before(saying)
        agreeing = [chain for chain in spoken[-_REMEMBERED:] if self._agrees(saying, chain[-1])]
        if not agreeing and parent is None and not begins:
            told = self._through_mouth(saying) or self._told_before(saying)
            if told:
                return told
        if not agreeing and saying.cue and saying.cue.finite and saying.cue.inflection.number is Number.PLURAL:
            return None  # 'لأنهم يرون أن': nobody who spoke
        many = saying.cue and saying.cue.circumstantial and _of_participle(saying.cue).number is Number.PLURAL
        if not agreeing and spoken and many and self._is_person(spoken[-1][-1]):
            return None  # '…، قائلين إن': they are more than the one who spoke
        if not agreeing and spoken and saying.cue and saying.cue.finite and self._is_man(spoken[-1][-1]):
            body = self._body_before(saying) if parent is None else None
            if body:
                return body
            return None  # 'تحدث الوزير إلى القناة، حيث [سألته] عن الحرب': she who asks has not spoken
        return (agreeing or spoken)[-1] if spoken else None

    def _many_before(self, saying: Saying) -> tuple[Link, ...] | None:
        """'روى عمال للوكالة أنهم فروا. وقال [أحدهم] إن': several who spoke, or were told of in the sentence before."""
        entities = self._scene.referents.by_id
        spoken = (chain for chains in self._spoken.values() for chain in reversed(chains))
        several = next((chain for chain in spoken if is_plural(entities[chain[-1][0]])), None)
        if several:
            return several
        begin = self._sentence_of(saying.at)
        before = self._scene.referents.between(self._sentence_of(max(begin - 1, 0)), begin)
        told = next((r for r in reversed(before) if r.how in SPEAKS and is_plural(entities[r.entities[0]])), None)
        return (told.entities,) if told else None

    def _answers(self, saying: Saying) -> bool:
        """Whether a verb behind ف in one sentence with a question gives its answer: 'وسأل صحفي الوزير …، [فأجاب]'."""
        if saying.cue is None or saying.source is not None or self._last is None:
            return False
        asks = self._last[0]
        puts = asks.cue
        if puts is None or puts.cue.act is not None or not takes_object(puts):
            return False  # 'دعا النواب إلى الحوار، فقال': who demands goes on
        question = asks.stance is Stance.QUESTIONS and puts.finite and not puts.passive
        here = asks.at >= self._sentence_of(saying.at)
        return question and here and saying.cue.finite and saying.cue.proclitics[:1] == ("ف",)

    def _who_answers(self) -> tuple[Link, ...] | None:
        """Who is asked: named between who asks and what he asks, or, where a pronoun stands for him, who spoke before.

        None: nobody else is told of, and he who asks never answers.
        """
        if self._last is None or self._last[0].cue is None:
            return None
        asks, (*_, asker), cue = self._last[0], self._last[1], self._last[0].cue
        between = self._scene.referents.between(cue.last, asks.content[0])
        named = [r for r in between if r.how in SPEAKS and not r.particle and not set(r.entities) & set(asker)]
        if named:
            return (named[-1].entities,)
        before = (chain for chain in reversed(self._spoken.get(None, [])) if chain[-1] != asker)
        return next(before, None) if cue.enclitic else None

    def told_of(self, saying: Saying, around: Saying) -> Link | None:
        """'ذكرت رويترز أن [الوزير] ألقى خطابا [قال فيه] إن': of whom the clause around tells what he did."""
        cue = saying.cue
        if saying.source or around.covers or cue is None or not cue.finite or cue.proclitics:
            return None
        if self._scene.form(cue.last) not in folded("wherein"):
            return None
        subject = subject_in(self._scene, around.content[0], saying.at)
        return subject if subject and self._agrees(saying, subject) else None

    def _told_before(self, saying: Saying) -> tuple[Link, ...] | None:
        """'ذكرت رويترز أن [الوزير] التقى وفدا [وأكد] أن': whom the saying before told of, not its speaker."""
        if self._last is None or not saying.cue:
            return None
        joined = saying.cue.finite and saying.cue.proclitics[:1] == ("و",)
        if not (joined or saying.cue.circumstantial):
            return None  # 'ذكرت الوكالة أن الزعيم زار المصنع، [معربا] عن رضاه': a man, and not the agency
        before, chain = self._last
        subject = subject_in(self._scene, before.content[0], min(before.content[1], saying.at))
        if subject and not joined and not self._is_person(subject):
            return None
        return (*chain, subject) if subject and subject not in chain and self._agrees(saying, subject) else None

    def _cites_the_one_before(self, saying: Saying) -> bool:
        """'ونقلت [عنه] الوكالة': whether a pronoun takes up the one whose words are passed on."""
        cue = saying.cue
        if cue is None:
            return False
        end = saying.content[0] if saying.told and cue.cue.relay else cue.last + 1  # 'ونقلت الوكالة [عنه]'
        return any(self._scene.form(at) in folded("from_the_one_before") for at in range(cue.last, end))

    def note(
        self,
        saying: Saying,
        parent: int | None,
        parents: Sequence[int | None],
        sayings: Sequence[Saying],
        chain: tuple[Link, ...] | None,
    ) -> None:
        """Remember the chain of a saying on its level; what stands in the scope of a cover counts as the report's."""
        if saying.covers and chain and parent is None and not _tells(saying, sayings):
            self._spoken.setdefault(None, []).append(chain)  # 'X فعل كذا، بحسب Y. وأضاف': Y goes on
        reported = parent is None or sayings[parent].covers
        if chain and reported and in_statement(self._scene, saying):
            self._stated = chain
        if chain and reported and self._is_of_report(saying, chain):
            self._reported = chain
        if not chain or saying.covers or (saying.cue and (saying.cue.cue.label or saying.rule.startswith("noun:"))):
            return
        if saying.source is None and self._in_passing(saying):
            return
        self._spoken.setdefault(parent, []).append(chain)
        if parent is None:
            self._last = saying, chain
        self._last_spoken_at = max(self._last_spoken_at, saying.at)
        if parent is not None and (sayings[parent].covers or sayings[parent].rule is SayingRule.COVER_INITIAL):
            self._spoken.setdefault(parents[parent], []).append(chain)
            self.covered |= {chain} if sayings[parent].covers else set()

    def _in_passing(self, saying: Saying) -> bool:
        """Whether a clause describes a noun, so that nobody goes on from it: 'قصف قواعد [قالت إنها إيرانية]'."""
        cue = saying.cue
        if cue is None or not cue.finite or cue.proclitics or cue.cue.carries or self._of_statement(cue):
            return False
        before = self._scene.form(cue.first - 1)
        closed = is_function_word(before) or before in folded_time_words() | folded("when", "but")
        return before[:1].isalpha() and not closed

    def stated(self, saying: Saying, chain: tuple[Link, ...] | None) -> tuple[Link, ...] | None:
        """The chain of whoever gave the statement, where 'البيان' is the subject: 'وأضاف البيان أن'."""
        if saying.cue is None or saying.source is not None and saying.cue.covers:
            return chain
        if self._reported and saying.cue.finite and self._stands_beside(saying.cue, "the_report"):
            return self._reported  # 'قال تقرير للأمم المتحدة إن …. وأضاف [التقرير] أن'
        if not (saying.cue.covers or self._of_statement(saying.cue)):
            return chain
        whose = self._stated or next(iter(reversed(self._spoken.get(None) or ())), None)
        return whose or chain

    def _is_of_report(self, saying: Saying, chain: tuple[Link, ...]) -> bool:
        """Whether somebody speaks by a report of his that stands beside the verb: 'قال [تقرير] للأمم المتحدة إن'."""
        at = saying.cue.last if saying.cue is not None else 0
        owner = self._scene.referents.by_id[chain[-1][0]].kind is not Kind.GROUP
        return owner and self._scene.form(at) in folded("a_report")

    def _of_statement(self, cue: CueAt) -> bool:
        """Whether a statement told of before is the verb's subject: 'وأضاف [البيان] أن', 'ومضى [البيان] يقول إن'."""
        return cue.finite and self._stands_beside(cue, "statement")

    def _stands_beside(self, cue: CueAt, words: str) -> bool:
        beside = {self._scene.form(cue.last), self._scene.form(cue.first - 1)}
        return not beside.isdisjoint(folded(words))

    def through(self, chain: tuple[Link, ...] | None, parent: int | None) -> tuple[Link, ...] | None:
        """The chain, where an unnamed source goes on through the medium that it spoke to: 'وأوضح المصدر ذاته'."""
        if not chain or any(self._scene.referents.by_id[e].kind is not Kind.GROUP for e in chain[-1]):
            return chain
        for before in reversed(self._spoken.get(parent) or ()):
            if before[-1] == chain[-1]:
                return before if len(before) > len(chain) and before[-len(chain) :] == chain else chain
        return chain

    def forget(self, parent: int | None) -> None:
        """Somebody unknown speaks: a verb without a subject goes on from him, not from who spoke before."""
        self._spoken[parent] = []

    def _subject_of_sentence(self, saying: Saying) -> tuple[Link, ...] | None:
        """Who does something earlier in the sentence, where nobody has spoken in it yet: 'ورد الوزير ببيان وقال'."""
        if saying.cue is None or not (saying.cue.finite or saying.cue.circumstantial):
            return None
        begin = self._turned(saying) or self._sentence_of(saying.at)
        if saying.at - begin < 2 or self._last_spoken_at >= begin:
            return None
        asked = next((cue for cue in self._scene.cues_between(begin, saying.at) if cue.passive), None)
        if asked is not None:
            return self._who_was_asked(asked, saying)
        first = subject_in(self._scene, behind_dateline(self._scene.analysed.tokens, begin, saying.at), saying.at)
        return (first,) if first and self._agrees(saying, first) else None

    def _turned(self, saying: Saying) -> int | None:
        """'لم تعلق موسكو، إلا أن [لافروف كان قد دافع عن التعاون]، قائلا': another does what a participle goes on."""
        if saying.cue is None or not saying.cue.circumstantial:
            return None
        scene, begin = self._scene, max(self._last_spoken_at, self._sentence_of(saying.at))
        turns = (at for at in range(saying.at - 1, begin, -1) if scene.form(at) in openings("but_that"))
        turn = next((at for at in turns if opens("but_that", scene.analysed.tokens, at)), None)
        if turn is None:
            return None
        subject = turn + phrase_at("but_that", scene.analysed.tokens, turn)
        return subject if scene.referents.at(subject) is not None else None

    def _body_before(self, saying: Saying) -> tuple[Link, ...] | None:
        """'دعت بكين على لسان المتحدث باسمها إلى الحوار، [وقالت] إنها': for whom he spoke, by the gender of the verb."""
        begin = self._sentence_of(saying.at)
        if not saying.cue or saying.cue.proclitics[:1] != ("و",):
            return None
        if self._last_spoken_at < begin:
            begin = self._sentence_of(max(self._last_spoken_at, 0))
            if not self._has_mouth(begin, saying.at):
                return None  # in the sentence before only where it says by whose mouth a body speaks
        for body in reversed(self._scene.referents.between(begin, saying.at)):
            speaks = body.how == "name" and not body.particle and not self._is_person(body.entities)
            if speaks and not is_governed(self._scene, body) and self._agrees(saying, body.entities):
                return (body.entities,)
        return None

    def _through_mouth(self, saying: Saying) -> tuple[Link, ...] | None:
        """The body that spoke [على لسان] somebody earlier in the sentence and goes on, not whom he told of."""
        return self._body_before(saying) if self._has_mouth(self._sentence_of(saying.at), saying.at) else None

    def _has_mouth(self, begin: int, end: int) -> bool:
        return any(opens("by_mouth", self._scene.analysed.tokens, at) for at in range(begin, end))

    def _who_was_asked(self, asked: CueAt, saying: Saying) -> tuple[Link, ...] | None:
        """'وسئل [الوزير] عن الصفقة فأجاب'; None where nobody stands behind the verb: 'وسئل إن كانت إيران ستنسحب'."""
        beside = self._scene.referents.at(asked.last)
        if beside is None or beside.first != asked.last or beside.particle or beside.how not in SPEAKS:
            return None
        return (beside.entities,) if self._agrees(saying, beside.entities) else None

    def _subject_before(self, saying: Saying) -> list[tuple[Link, ...]]:
        """Who does something in the sentence before, where nobody has spoken yet: 'اعتذر الوزير. لكنه قال إنه باق'."""
        begin = self._scene.analysed.sentence_at(saying.at)[0]
        if saying.cue is None or not saying.cue.finite or saying.cue.cue.also_plain or begin == 0:
            return []
        before, end = self._scene.analysed.sentence_at(begin - 1)
        first = subject_in(self._scene, behind_dateline(self._scene.analysed.tokens, before, end), end)
        return [(first,)] if first and self._agrees(saying, first) else []

    def _sentence_of(self, at: int) -> int:
        """Where the sentence begins in which a saying stands, a quotation of several sentences within it."""
        begin, _ = self._scene.analysed.sentence_at(at)
        quote = self._scene.quote_over(begin)
        return self._scene.analysed.sentence_at(quote[0] - 1)[0] if quote and not quote[0] <= at < quote[1] else begin

    def takes_up(self, saying: Saying, link: Link) -> bool:
        """'قالت الوزارة إنها أدرجت شركتين [قالت] إنهما': whether who tells of a noun is who says something of it."""
        cue = saying.cue
        if cue is None or saying.source is not None or saying.rule is not SayingRule.VERB_THAT or not cue.finite:
            return False
        if self._scene.form(cue.last) not in folded("that"):
            return False
        noun, told = self._scene.form(cue.first - 1), cue.inflection
        woman = noun.endswith(("ة", "ات"))
        other = woman if told.gender is Gender.MASCULINE else not (woman or noun.endswith(("ى", "اء")))
        other = (
            (other and not noun.endswith(_OF_HIS))
            or noun.endswith("ا")
            or (is_several(noun) and told.number is Number.SINGULAR)
        )
        return other and describes(self._scene, cue) and self._agrees(saying, link)

    def fits(self, saying: Saying, link: Link) -> bool:
        """Whether who tells of a verb without a subject may be it: not 'قالت الوزارة إن وجود الضباط [يشير] إلى'."""
        cue, entity = saying.cue, self._scene.referents.by_id[link[0]]
        told = cue.inflection if cue is not None and cue.finite else None
        if told is None or told.tense is not Tense.PRESENT or told.gender is not Gender.MASCULINE:
            return True
        body = len(link) == 1 and entity.kind in (Kind.ORGANISATION, Kind.COUNTRY)
        return not (body and told.number is Number.SINGULAR and is_feminine(entity))

    def _is_person(self, link: Link) -> bool:
        """Whether one person spoke, and nobody with him."""
        return len(link) == 1 and self._scene.referents.by_id[link[0]].kind is Kind.PERSON

    def _is_man(self, link: Link) -> bool:
        """Whether one person spoke whom titles and verbs tell to be a man."""
        return len(link) == 1 and self._genders.get(link[0]) is Gender.MASCULINE

    def _agrees(self, saying: Saying, link: Link) -> bool:
        """Whether the verb's gender and number fit the speaker; what is not known fits."""
        if saying.cue is None or not (saying.cue.finite or saying.cue.circumstantial):
            return True
        if saying.cue.by_words:
            return True  # 'بالقول' has no gender
        if self._cites_the_one_before(saying):
            return True  # 'نقلت عنه الوكالة': the verb agrees with who passes it on
        told = saying.cue.inflection if saying.cue.finite else _of_participle(saying.cue)
        entity = self._scene.referents.by_id[link[0]]
        if told.number is Number.PLURAL:
            return len(link) > 1 or is_plural(entity)
        if told.gender is Gender.EITHER or entity.rule == "group:some":
            return True  # 'كثير من الجماعات' takes either
        if len(link) == 1 and (entity.id in self._genders or entity.kind is Kind.PERSON):
            return self._genders.get(entity.id, told.gender) is told.gender
        plural, feminine = len(link) > 1 or is_plural(entity), is_feminine(entity)
        if told.gender is Gender.FEMININE:
            return feminine
        return told.tense is not Tense.PAST or not (plural or feminine)


def _of_participle(cue: CueAt) -> Inflection:
    """What a participle of circumstance tells of who speaks: 'قائلة' of a woman or a body, 'قائلا' of a man."""
    plural = Number.PLURAL if cue.form.endswith("ين") else Number.SINGULAR
    gender = Gender.FEMININE if cue.form.endswith("ة") else Gender.MASCULINE
    return Inflection(Tense.PAST, 3, plural, gender)


def _genders(scene: Scene, sayings: Sequence[Saying]) -> Iterator[tuple[EntityId, Gender]]:
    """The gender of people as verbs of saying before them and their titles tell it."""
    for entity in scene.referents.entities:
        if entity.kind is Kind.PERSON and entity.roles:
            role = fold(entity.roles[0].span.of(scene.analysed.evened).split()[0])
            yield entity.id, Gender.FEMININE if role.endswith("ة") else Gender.MASCULINE
    for saying in sayings:
        source = saying.source
        if saying.cue is None or source is None or len(source.link) > 1 or (saying.cue.cue.relay and source.via):
            continue
        told, subject = saying.cue.inflection, scene.referents.at(saying.cue.last)
        before = source.by is SourceRule.RIGHT_BEFORE and scene.form(saying.cue.first - 1) not in folded("who")
        if not (before or (subject is not None and subject.entities == source.link)):
            continue
        if saying.cue.finite and told.gender is not Gender.EITHER and told.number is Number.SINGULAR:
            yield source.link[0], told.gender


def in_statement(scene: Scene, saying: Saying) -> bool:
    """Whether it was said in a statement, which the sentence names beside the verb: 'وقالت الوزارة في بيان إن'."""
    if saying.cue is None or saying.source is None:
        return False
    begin, end = scene.analysed.sentence_at(saying.at)
    reach = min(end, saying.content[0] if saying.content[0] > saying.at else end)
    return any(scene.form(at) in folded("a_statement") for at in range(max(begin, saying.at - _BESIDE), reach))


def _tells(cover: Saying, sayings: Sequence[Saying]) -> bool:
    """Whether somebody else speaks in what the cover gives the source of."""
    first, last = (bisect_left(sayings, at, key=lambda s: s.at) for at in cover.content)
    return any(s is not cover and not s.covers for s in sayings[first:last])
