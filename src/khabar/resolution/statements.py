"""What a report says, cut into the statements that one can take a position on, each with who says it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from khabar.knowledge.speech import speech_cues_by_id
from khabar.language.analysis import AnalysedText, Range
from khabar.language.normalise import fold
from khabar.language.tokens import Token
from khabar.resolution.background import background_in
from khabar.resolution.clauses import (
    clauses_in,
    goes_on_telling,
    is_aside,
    opens_clause,
    pieces_in,
    trimmed,
    words_told,
)
from khabar.resolution.inside import Inside
from khabar.resolution.negations import REACH, after_negation, calls_untrue, negations_in
from khabar.resolution.noes import Noes
from khabar.resolution.phrases import phrases_for
from khabar.resolution.stems import stems
from khabar.resolution.whole_acts import Acts
from khabar.resolution.withdrawals import own_words_in, withdrawal_in
from khabar.values.attribution import Attribution, Link, Stance
from khabar.values.entity import Kind
from khabar.values.event import Event, EventType
from khabar.values.reading import Reading
from khabar.values.span import Span

# Sayings that are acts themselves: such an event and what is said in it are two things.
SPEECH_ACTS = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN})

_DENYING = "=deny"  # the class of likeness of verbs of denying
_FEWEST_OWN_WORDS = 3  # in the report's own voice; fewer are a label
_FEWEST_LEFT_WORDS = 5  # in what a saying leaves of its sentence; fewer are its frame
_OWN_SHARE = 0.5  # of a clause's words that no saying covers, before it counts as the report's own voice
_FRAME = 25  # tokens from a cue to its content that may name the source; farther, they are something else
_BEFORE_VERB = 4  # tokens from the subject of a denial to its verb
_AFTER_VERB = 8  # and from the verb to its subject, the offices of him who denies counted
_DASHES = frozenset({"-", "--", "–", "—"})
_LAST = 3  # words at the end of a clause that judge it


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause, who says it, and how."""

    report: int  # place of its report in the collection
    passage: Span
    tokens: Range  # what is weighed; the passage of an act may go on to whom it is turned to
    chain: tuple[Link, ...]  # entity ids; empty: the report's own voice
    stance: Stance
    negated: bool = False  # the clause itself says no
    denied: frozenset[str] = frozenset()  # stems of what the negation is of
    undone: frozenset[str] = frozenset()  # those of the very next word: what is not done or is not there
    state: bool = False  # and says so of how things are, not of what happened
    untrue: bool = False  # it calls something false
    retracts: bool = False  # it takes back what was said
    disowns: bool = False  # it tells what the speaker said himself, and apologises for
    unsure: bool = False  # it neither confirms nor denies
    partly: bool = False  # it is so, the clause says, but in another measure or meaning
    events: tuple[Event, ...] = ()
    background: tuple[Range, ...] = ()  # tokens that tell only when and why
    mentioned: frozenset[str] = frozenset()  # ids of the events that these tell, where others are told beside them
    act: EventType | None = None  # the act of speech that the clause is told for; None: for what it says
    said: str | None = None  # id of the attribution; None: own voice

    @property
    def told(self) -> tuple[Event, ...]:
        """The events that the clause is there to tell."""
        return tuple(e for e in self.events if e.id not in self.mentioned)


def statements_in(report: int, text: AnalysedText, reading: Reading) -> tuple[Statement, ...]:
    """The statements of one report in reading order; an inner saying stands for itself, not for the one around it."""
    return tuple(sorted(_Cutter(report, text, reading).run(), key=lambda s: (s.passage, s.chain, s.act or "")))


class _Cutter:
    """One report's statements in the making."""

    def __init__(self, report: int, text: AnalysedText, reading: Reading) -> None:
        self.report = report
        self.text = text
        self.sayings = [a for a in reading.attributions if len(a.content)]
        self.events = Inside((e.anchor, e) for e in reading.events)
        self.inner = Inside((a.content, a) for a in self.sayings)
        self.named = Inside((token.span, e.id) for e in reading.entities for m in e.mentions for token in self._in(m))
        self.names = {e.id: e.name for e in reading.entities}
        self.kinds = {e.id: e.kind for e in reading.entities}
        self.acts = Acts(text, reading)
        self.pieces: dict[Range, tuple[Range, ...]] = {}  # of sentences in which somebody acts by speaking
        self.noes = Noes(text, self.named, self.kinds)
        self.by_id = {a.id: a for a in reading.attributions}
        self.others_words = {i for a in self.sayings for i in range(*text.range_of(a.content))}

    def _in(self, mention: Span) -> Sequence[Token]:
        return self.text.tokens[slice(*self.text.range_of(mention))]

    def run(self) -> list[Statement]:
        found = [s for a in self.sayings if not self._only_relays(a) for s in self._said(a)]
        found += self._own_voice()
        told = {e.id for s in found if s.act for e in s.events}
        acts = [e for _, e in self.events.things if e.type in SPEECH_ACTS and e.id not in told]
        acts = [e for e in acts if not self._is_denied_as_told(e)]
        return found + [self._act(e) for e in acts if self.text.tokens]

    def _is_denied_as_told(self, act: Event) -> bool:
        """Whether an act is only what somebody denies to be right: 'denied the charges that …' makes no charge."""
        saying = self.by_id.get(act.attribution or "")
        return saying is not None and saying.stance is Stance.DENIES and act.anchor.start == saying.content.start

    def _said(self, saying: Attribution) -> Iterator[Statement]:
        taker = self._withdrawer(saying)
        for told in self._as_said(saying):
            # who takes back news in which it said so, says that it is not so
            back = taker is not None and told.stance is Stance.ASSERTS and not told.act
            chain = ((taker,),) if taker else told.chain
            yield replace(told, chain=chain, stance=Stance.DENIES, retracts=True) if back else told

    def _withdrawer(self, saying: Attribution) -> str | None:
        """Who, its sentence tells, withdraws the item of news that a saying is put to: 'withdrew news in which …'."""
        if not any(self._is_news_item(i) for link in saying.chain[-1:] for i in link):
            return None
        first = self.text.range_of(saying.content)[0]
        clause = self.text.sentence_at(first)[0], first
        forms = [t.form for t in self.text.tokens[slice(*clause)]]
        withdrawal = withdrawal_in(forms)
        return self._taker_back(clause, forms, withdrawal) if withdrawal else None

    def _is_news_item(self, entity: str) -> bool:
        return phrases_for("news-item").stands_at(fold(self.names[entity]).split()[:1])

    def _as_said(self, saying: Attribution) -> Iterator[Statement]:
        content = list(clauses_in(self.text, self.text.range_of(saying.content)))
        # 'that is not so, and that the market is open': only a verb of denying reaches over all clauses
        each_for_itself = (
            not saying.ruled and len(content) > 1 and saying.stance is Stance.DENIES and not self._cue_denies(saying)
        )
        stance = Stance.ASSERTS if each_for_itself else saying.stance
        for clause in (side for whole in content for side in self._sides(whole)):
            span = self.text.span(*clause)
            inner = (a for a in self.inner.within(span) if a.content != saying.content)
            if stance is Stance.ASSERTS and any(self._fills(a, clause) for a in inner):
                continue
            events = tuple(e for e in self.events.within(span) if e.attribution == saying.id)
            act = events[0].type if events and all(e.type in SPEECH_ACTS for e in events) else None
            if saying.ruled:
                yield self._as_ruled(self._statement(clause, saying, events, act, saying.stance))
            elif stance is Stance.DENIES and self._only_refuses(saying, clause):
                yield self._statement(clause, saying, events, EventType.REJECT, Stance.ASSERTS)
            elif stance is Stance.DENIES and clause != content[0] and goes_on_telling(self.text, clause[0]):
                yield self._statement(clause, saying, events, act, Stance.ASSERTS)
            else:
                yield self._statement(clause, saying, events, act, stance)

    @staticmethod
    def _as_ruled(told: Statement) -> Statement:
        """What a person said of it goes before all that the words around may show; a 'not' within it stays one."""
        plain = replace(
            told, untrue=False, disowns=False, retracts=False, unsure=told.stance is Stance.DECLINES, partly=False
        )
        return plain if plain.denied else replace(plain, negated=False)

    def _only_refuses(self, saying: Attribution, clause: Range) -> bool:
        """Whether somebody will not have a thing, which says nothing of its being so: 'refuses to leave'."""
        cue = speech_cues_by_id().get(saying.rule.partition("/")[0])
        forms = [t.form for t in self.text.tokens[slice(*clause)]]
        return cue is not None and cue.refuses and not phrases_for("something-said").stand_in(forms)

    def _is_own_no(self, saying: Attribution | None, stance: Stance) -> bool:
        """Whether a clause says itself that something was not: 'X is not so and Y is' denies neither of both events."""
        denial = saying if saying and saying.stance is Stance.DENIES else None
        return denial is None or (stance is Stance.DENIES and self._cue_denies(denial))

    def _cue_denies(self, saying: Attribution) -> bool:
        words = fold(saying.cue.of(self.text.text)).split() if saying.cue else []
        return any(_DENYING in stems(word) for word in words)

    def _only_relays(self, saying: Attribution) -> bool:
        """Whether the content is nothing but another saying: 'according to X, Y said that …'."""
        if saying.stance is not Stance.ASSERTS:
            return False
        content = self.text.range_of(saying.content)
        inner = [a for a in self.inner.within(saying.content) if a is not saying]
        return any(
            self._fills(a, content) for a in inner if a.content != saying.content or len(a.chain) > len(saying.chain)
        ) or any(a.stance is Stance.DECLINES and a.content == saying.content for a in inner)  # 'X will not say, by Y'

    def _fills(self, inner: Attribution, clause: Range) -> bool:
        """Whether an inner saying that asserts or denies takes up most of a clause, source and cue counted."""
        if inner.stance not in (Stance.ASSERTS, Stance.DENIES):
            return False
        first, last = self.text.range_of(inner.content)
        if inner.cue and self.text.span(*clause).covers(inner.cue):
            first = min(first, self.text.range_of(inner.cue)[0])
        return (min(last, clause[1]) - max(first, clause[0])) >= _OWN_SHARE * (clause[1] - clause[0])

    def _own_voice(self) -> Iterator[Statement]:
        covered = self._covered()
        for sentence in self.text.sentences:
            own = self._merged(self._own_clauses(sentence, covered))
            fewest = _FEWEST_OWN_WORDS if covered.isdisjoint(range(*sentence)) else _FEWEST_LEFT_WORDS
            for clause in (side for whole in own for side in self._sides(whole)):
                inside = self.events.within(self.text.span(*clause))
                events = tuple(e for e in inside if e.type not in SPEECH_ACTS)
                if events or words_told(self.text, clause) >= fewest:
                    yield self._statement(clause, None, events, None)

    def _sides(self, clause: Range) -> tuple[Range, ...]:
        """A clause cut at 'in return for' (which is no event: لقاء), where something happens on either side of that."""
        first, last = clause
        for at in phrases_for("return").places_in([t.form for t in self.text.tokens[first:last]]):
            sides = ((first, first + at), (first + at, last))
            told = any(self.events.within(self.text.tokens[first + at].span))
            if at and not told and all(any(self.events.within(self.text.span(*side))) for side in sides):
                return sides
        return (clause,)

    def _covered(self) -> set[int]:
        """The tokens of all contents, cues and what stands between a cue and its content."""
        covered: set[int] = set()
        for saying in self.sayings:
            content = self.text.range_of(saying.content)
            covered.update(range(*content))
            if saying.cue:
                first, last = self.text.range_of(saying.cue)
                covered.update(range(first, max(last, content[0]) if content[0] - last < _FRAME else last))
                if content[1] <= first:
                    covered.update(range(last, self._end_of_frame(last)))
        return covered

    def _end_of_frame(self, after: int) -> int:
        """Where a cue that follows its content ends with who is named for it: '…, as the spokesman said yesterday'."""
        end = self.text.sentence_at(after - 1)[1]
        return next((at for at in range(after, min(end, after + _FRAME)) if self.text.tokens[at].kind == "mark"), after)

    def _own_clauses(self, sentence: Range, covered: set[int]) -> Iterator[Range]:
        for first, last in self._whole_pieces(sentence):
            words = [i for i in range(first, last) if self.text.tokens[i].kind != "mark"]
            free = sum(i not in covered for i in words)
            if free < _FEWEST_OWN_WORDS:
                continue
            if free >= _OWN_SHARE * len(words):
                yield first, last
            elif before := self._before_saying((first, last), covered):
                yield before

    def _before_saying(self, clause: Range, covered: set[int]) -> Range | None:
        """What a clause tells to happen, in the report's own voice, before it goes on to what somebody says."""
        first, last = clause
        end = next((at for at in range(first, last) if at in covered), last)
        if end - first < _FEWEST_OWN_WORDS:
            return None
        own = (e for e in self.events.within(self.text.span(first, end)) if e.type not in SPEECH_ACTS)
        return (first, end) if any(e.attribution is None for e in own) else None

    def _whole_pieces(self, sentence: Range) -> Iterator[Range]:
        """The pieces of a sentence; two words that open it go with what follows: 'Russia used, yesterday, its veto'.

        So does what describes whom they name, or tells when: 'the official, who was not named, accused Kyiv'.
        """
        opening: int | None = None
        for first, last in pieces_in(self.text, sentence):
            begin = first if opening is None else opening
            aside = opening is not None and is_aside(self.text, first)
            opening = begin if aside or words_told(self.text, (begin, last)) < _FEWEST_OWN_WORDS else None
            if opening is None:
                yield begin, last
        if opening is not None and words_told(self.text, (opening, last)) >= _FEWEST_OWN_WORDS:
            yield opening, last

    def _merged(self, clauses: Iterable[Range]) -> list[Range]:
        """Neighbouring pieces of the report's own voice made one, but for those that open a clause of their own."""
        merged: list[Range] = []
        for first, last in clauses:
            if merged and merged[-1][1] >= first - 1 and not opens_clause(self.text, first):
                merged[-1] = (merged[-1][0], last)
            else:
                merged.append((first, last))
        return merged

    def _act(self, event: Event) -> Statement:
        at = min(self.text.range_of(event.anchor)[0], len(self.text.tokens) - 1)
        sentence = self.text.sentence_at(at)
        if sentence not in self.pieces:
            self.pieces[sentence] = tuple(self._whole_pieces(sentence))
        pieces = self.pieces[sentence]
        here = next((n for n, (first, last) in enumerate(pieces) if first <= at < last), None)
        saying = self.by_id.get(event.attribution or "")
        clause = trimmed(self.text, *sentence) if here is None else pieces[here]
        told = self._statement(clause, saying, (event,), event.type, Stance.ASSERTS)
        if here is None:
            return told
        whole = self.text.span(*self.acts.whole(event, pieces, here))
        return replace(told, passage=whole)  # its tokens stay: what an act is about is weighed where it is said

    def _statement(
        self,
        clause: Range,
        saying: Attribution | None,
        events: tuple[Event, ...],
        act: EventType | None,
        stance: Stance | None = None,
    ) -> Statement:
        forms = self._forms(clause, saying, act)
        stance = stance or (saying.stance if saying else Stance.ASSERTS)
        chain = saying.chain if saying else ()
        if saying is None and not act and (denier := self._denier(clause, forms)):
            chain, stance = ((denier,),), Stance.DENIES
        withdrawal = withdrawal_in(forms) if saying is None and not act else None
        if withdrawal:
            taker = self._taker_back(clause, forms, withdrawal)
            chain, stance = ((taker,),) if taker else (), Stance.DENIES
        negations = negations_in(forms)
        background = () if act else background_in(self.text, clause)
        cue = [fold(w) for w in saying.cue.of(self.text.text).split()] if saying and saying.cue and not act else []
        return Statement(
            report=self.report,
            passage=self.text.span(*clause),
            tokens=clause,
            chain=chain,
            stance=stance,
            negated=self.noes.negate(clause, negations, events, own=self._is_own_no(saying, stance)),
            denied=after_negation(forms, negations, REACH) | self.noes.events_denied(events, negations),
            undone=after_negation(forms, negations, 1),
            state=not phrases_for("past-negation").stand_in(forms),
            untrue=not act and calls_untrue(self._not_judged_by_others(clause, forms, saying)),
            disowns=phrases_for("retraction").stand_in(cue) and phrases_for("own-word").stand_in(forms),
            retracts=not act and (withdrawal is not None or self._takes_back(saying, clause, [*cue, *forms])),
            unsure=stance is Stance.DECLINES or self._leaves_open(clause, forms) or self._is_rumour(chain),
            partly=bool(chain) and not act and self._holds_in_part(clause, forms),
            events=events,
            background=background,
            mentioned=self._mentioned(events, background),
            act=act,
            said=saying.id if saying else None,
        )

    def _mentioned(self, events: Sequence[Event], background: Sequence[Range]) -> frozenset[str]:
        spans = [self.text.span(*stretch) for stretch in background]
        found = frozenset(e.id for e in events if any(span.covers(e.anchor) for span in spans))
        return found if len(found) < len(events) else frozenset()

    def _forms(self, clause: Range, saying: Attribution | None, act: EventType | None) -> list[str]:
        """The words of a clause; in the report's own voice without those that it only lets somebody say."""
        told = self.others_words if saying is None and not act else ()
        return ["" if i in told else self.text.tokens[i].form for i in range(*clause)]

    def _not_judged_by_others(self, clause: Range, forms: Sequence[str], saying: Attribution | None) -> Sequence[str]:
        """The words of a clause but for those of somebody else in it: 'the announcement, which he called a lie'."""
        if saying is None:
            return forms
        others: list[Range] = []
        for a in self.inner.within(self.text.span(*clause)):
            content = self.text.range_of(a.content)
            cue = self.text.range_of(a.cue) if a.cue else content
            if a.content == saying.content or a.chain == saying.chain:
                continue
            if a.stance is Stance.DENIES and self.noes.is_relative(cue[0], clause[0]):
                others += [content, cue]  # 'the attack, which the mayor denies'
            elif a.within != saying.id:
                others.append(content)
        theirs = {i for first, last in others for i in range(first, last)}
        return ["" if at in theirs else form for at, form in enumerate(forms, start=clause[0])]

    def _denier(self, clause: Range, forms: Sequence[str]) -> str | None:
        """Whose denial the report's own words pass on."""
        places = phrases_for("denies").places_in(forms)
        return next((named for at in places if (named := self._beside(clause, at, forms))), None)

    def _taker_back(self, clause: Range, forms: Sequence[str], withdrawal: Range) -> str | None:
        """Who, the report tells, takes back news of his own: 'the agency withdrew an item'."""
        verb, item = (clause[0] + at for at in withdrawal)
        near = range(max(verb - _BEFORE_VERB, clause[0]), verb)
        first = max((at + 1 for at in near if self.text.tokens[at].form in _DASHES), default=near.start)
        before = self.named.within(self.text.span(first, verb + 1))  # not who stands in the dateline: '(agency) --'
        media = [i for i in before if self.kinds[i] is Kind.MEDIA]  # 'the paper withdraws', in a headline
        # who is named in the news itself did not publish it
        return media[-1] if media else self._beside((clause[0], item), verb - clause[0], forms)

    def _beside(self, clause: Range, at: int, forms: Sequence[str]) -> str | None:
        """Who is named as the subject of a verb: after it, people first, or before it."""
        verb = clause[0] + at
        end = next((i for i in range(verb, clause[1]) if self.text.tokens[i].kind == "mark"), clause[1])
        after = [*self.named.within(self.text.span(verb, min(verb + 1 + _AFTER_VERB, max(end, verb + 1))))]
        before = [*self.named.within(self.text.span(max(verb - _BEFORE_VERB, clause[0]), verb + 1))][::-1]
        after.sort(key=lambda i: self.kinds[i] is not Kind.PERSON)
        before, after = ([i for i in named if not self._is_news_item(i)] for named in (before, after))
        led_to = at > 0 and phrases_for("that").stands_at([forms[at - 1]])
        return next(iter([*before, *after] if led_to else [*after, *before]), None)

    def _takes_back(self, saying: Attribution | None, clause: Range, words: Sequence[str]) -> bool:
        """Whether a clause takes back news, itself or in a correction; a minister's regrets do not."""
        if phrases_for("misread").stand_in(words) or (saying and self._calls_own_word_untrue(saying, clause)):
            return True
        first, last = self.text.sentence_at(clause[0])
        if not phrases_for("news-item").stand_in([t.form for t in self.text.tokens[first:last]]):
            return False
        before = self.text.range_of(saying.content)[0] if saying else first
        framed = phrases_for("correction").stand_in([t.form for t in self.text.tokens[first:before]])
        return framed or phrases_for("retraction").stand_in(words)

    def _calls_own_word_untrue(self, saying: Attribution, clause: Range) -> bool:
        """Whether a speaker says of what he told himself that it is not so: 'that what it had announced was not true'.

        It is his own where no subject is named for the verb of telling.
        """
        forms = [t.form for t in self.text.tokens[slice(*clause)]]
        if saying.cue is None or not calls_untrue(forms):
            return False
        behind = (clause[0] + at for at in own_words_in(forms, fold(saying.cue.of(self.text.text)).split()[-1]))
        return any(at >= clause[1] or not any(self.named.within(self.text.tokens[at].span)) for at in behind)

    def _leaves_open(self, clause: Range, forms: Sequence[str]) -> bool:
        """Whether a clause neither confirms nor denies; not where only 'an official who was not named' tells it."""
        places = phrases_for("unsure").places_in(forms)
        return any(not self.noes.is_relative(clause[0] + at, clause[0]) for at in places)

    def _is_rumour(self, chain: Sequence[Link]) -> bool:
        return bool(chain) and any(phrases_for("rumour").stand_in(fold(self.names[i]).split()) for i in chain[-1])

    def _holds_in_part(self, clause: Range, forms: Sequence[str]) -> bool:
        """Whether a clause ends in saying that its matter is so in part, or says that it is more or less than told."""
        last = [form for at, form in enumerate(forms, start=clause[0]) if self.text.tokens[at].kind != "mark"]
        return phrases_for("partly").stand_in(last[-_LAST:]) or phrases_for("than-told").stand_in(forms)
