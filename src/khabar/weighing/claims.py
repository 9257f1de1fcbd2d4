"""Statements of one story that are about the same thing, gathered into what they take a position on."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from khabar.resolution.gathering import gathered, likeness
from khabar.resolution.joining import Joined
from khabar.resolution.statements import Statement
from khabar.resolution.stems import stems
from khabar.values.attribution import Stance
from khabar.values.reason import Reason
from khabar.values.span import Span
from khabar.weighing.matter import Matter
from khabar.weighing.meeting import Meeting
from khabar.weighing.pointing import pointed_at, points_back
from khabar.weighing.stances import denies, rejects

# Statements of one claim share on average an eighth of their weighted words, actors and figures, other statements of
# their story half of that; set on six stories.
_ALIKE = 0.12
# In a story that one report tells, all statements are near one another; only a repetition is the same claim.
_ALIKE_IN_ONE = 0.25
# A reply ('all of that is made up') has few words of its own: it may join what it replies to on next to nothing.
_REPLY_ALIKE = 0.02
_REPEATED = 0.7  # likeness from which on one statement repeats another
_NAMING = 3  # words from which on a denial says what it denies
_OF_ITS_OWN = 0.08  # a reply that names something is an answer only to what it shares this much with
_HEADED = 0.2  # a headline shares so much at least with what it stands for
_GOES_ON = 200  # characters after a denial in which who denied goes on saying no
_LOOK_BACK_TRANSFERS = 20  # tellings between the same two that one is held against
_FULL = 16  # statements of two groups that are taken together because they tell one transfer
_LOOK_BACK = 100  # statements of a claim among which the nearest is looked for; more repeat them


_Pair = tuple[int, int]  # two statements by their places


@dataclass(frozen=True, slots=True)
class Gathered:
    """The statements of one claim, in the order of the reports, and why they are taken together."""

    statements: tuple[Statement, ...]
    vectors: tuple[Mapping[str, float], ...]  # by what each statement was compared
    reasons: tuple[Reason, ...] = ()


def gathered_claims(statements: Sequence[Statement], matter: Matter) -> list[Gathered]:
    """The claims of one story's statements."""
    spoken = [s for s in statements if s.stance is not Stance.QUESTIONS]
    meeting = Meeting(spoken, matter)
    vectors = meeting.vectors
    told_twice = len({matter.first_copy[s.report] for s in spoken}) > 1
    floor = _ALIKE if told_twice else _ALIKE_IN_ONE
    groups = gathered(
        vectors,
        floor,
        meeting.may_join,
        meeting.may_crowd,
        are_far=meeting.are_far,
        share_enough=meeting.share_enough,
        may_draw=meeting.may_draw,
    )
    groups = _with_withdrawals(groups, spoken, matter)
    groups = _with_replies(groups, spoken, vectors, meeting.may_meet)
    groups = _with_headlines(groups, spoken, vectors, meeting)
    groups = _with_flat_denials(groups, spoken, vectors, meeting)
    groups, one_transfer = _with_one_transfer(groups, meeting)
    groups = _with_denied_transfers(groups, spoken, vectors, meeting)
    groups = _with_bare_denials(groups, spoken, matter)
    groups, gone_on = _with_denials_that_go_on(groups, spoken, meeting)
    told = [replace(s, stance=Stance.DENIES) if i in gone_on else s for i, s in enumerate(spoken)]
    groups = [part for g in groups for part in _withdrawals_apart(g, spoken, vectors, matter)]
    return [
        Gathered(
            tuple(told[i] for i in g), tuple(vectors[i] for i in g), _reasons(g, spoken, vectors, one_transfer, matter)
        )
        for g in groups
    ]


class _Moving:
    """Groups of statements while some of them are put to others."""

    def __init__(self, groups: Sequence[Sequence[int]]) -> None:
        self._groups = [list(g) for g in groups]
        self._home = {i: number for number, group in enumerate(groups) for i in group}

    def together(self, one: int, other: int) -> bool:
        return self._home[one] == self._home[other]

    def beside(self, one: int) -> Sequence[int]:
        """The group that one is in, itself with it."""
        return self._groups[self._home[one]]

    def put(self, one: int, other: int) -> None:
        """Takes one out of its group and puts it to the group of the other."""
        self._groups[self._home[one]].remove(one)
        self._home[one] = self._home[other]
        self._groups[self._home[one]].append(one)

    def groups(self) -> list[list[int]]:
        return sorted(sorted(g) for g in self._groups if g)


def _with_withdrawals(groups: Sequence[Sequence[int]], spoken: Sequence[Statement], matter: Matter) -> list[list[int]]:
    """Each word by which somebody takes back his own, put to what the same report lets him say nearest to it.

    It stays where he is already told to have said it, in that report or in another.
    """
    moving = _Moving(groups)
    of_report = _by_report(spoken)
    for i in (i for i, s in enumerate(spoken) if s.retracts and s.chain):
        who = matter.behind(spoken[i])
        own = [j for j in of_report[spoken[i].report] if _tells_for(who, spoken[j], matter)]
        if own and not any(_tells_for(who, spoken[j], matter) for j in moving.beside(i)):
            moving.put(i, min(own, key=lambda j: (abs(spoken[j].passage.start - spoken[i].passage.start), j)))
    return moving.groups()


def _tells_for(who: frozenset[str], statement: Statement, matter: Matter) -> bool:
    """Whether a statement tells something, in words enough to name it, and is theirs."""
    told = not (denies(statement) or statement.act)
    return told and len(matter.words(statement)) >= _NAMING and matter.behind(statement) == who


def _withdrawals_apart(
    group: Sequence[int], spoken: Sequence[Statement], vectors: Sequence[Mapping[str, float]], matter: Matter
) -> list[list[int]]:
    """What one source said and took back, cut out of the claim in which others tell something near it."""
    back = [i for i in group if spoken[i].retracts and spoken[i].chain]
    who = frozenset(speaker for i in back for speaker in matter.behind(spoken[i]))
    own = [i for i in group if who & matter.behind(spoken[i])]
    told = [i for i in own if not denies(spoken[i])]
    if not told or len(own) == len(group):
        return [list(group)]
    same = [i for i in group if i not in own and any(likeness(vectors[i], vectors[j]) >= _REPEATED for j in told)]
    kept = sorted({*own, *same})
    return [kept, [i for i in group if i not in kept]] if len(kept) < len(group) else [kept]


def _with_replies(
    groups: Sequence[Sequence[int]],
    spoken: Sequence[Statement],
    vectors: Sequence[Mapping[str, float]],
    may_meet: Callable[[int, int], bool],
) -> list[list[int]]:
    """Denials and refusals to comment that stand alone, put to a claim of their own report that they answer.

    Refusals that only refusals are near stand alone, too: that two will not comment is no claim.
    """
    groups = [part for g in groups for part in (_by_passage(g, spoken) if _most_keep_silent(g, spoken) else [g])]
    claims = [list(g) for g in groups if len(g) > 1]
    cores = [tuple(g) for g in claims]
    of_report: dict[int, set[int]] = defaultdict(set)
    for at, core in enumerate(cores):
        for j in core:
            of_report[spoken[j].report].add(at)
    alone = []
    for (i,) in (g for g in groups if len(g) == 1):
        here = sorted(of_report[spoken[i].report]) if _replies(spoken[i]) else ()
        allowed = [at for at in here if all(may_meet(i, j) for j in cores[at])]
        if spoken[i].events or any(f[0] == "!" for f in vectors[i]):
            allowed = [at for at in allowed if _alike(i, cores[at], vectors) >= _OF_ITS_OWN]
        if allowed:
            claims[max(allowed, key=lambda at: _weight(i, cores[at], spoken, vectors))].append(i)
        else:
            alone.append([i])
    return sorted(sorted(g) for g in (*claims, *alone))


def _with_headlines(
    groups: Sequence[Sequence[int]],
    spoken: Sequence[Statement],
    vectors: Sequence[Mapping[str, float]],
    meeting: Meeting,
) -> list[list[int]]:
    """Each headline put to what its report tells most like it, where it stands with nothing that its report tells."""
    moving = _Moving(groups)
    of_report = _by_report(spoken)
    for i in (i for i in range(len(spoken)) if meeting.is_headline(i)):
        body = [j for j in of_report[spoken[i].report] if not meeting.is_headline(j)]
        told = [j for j in body if meeting.heads(i, j) and likeness(vectors[i], vectors[j]) >= _HEADED]
        if told and not any(moving.together(i, j) for j in body):
            moving.put(i, _likest(i, told, vectors))
    return moving.groups()


def _by_report(spoken: Sequence[Statement]) -> Mapping[int, Sequence[int]]:
    of_report: dict[int, list[int]] = defaultdict(list)
    for i, statement in enumerate(spoken):
        of_report[statement.report].append(i)
    return of_report


def _with_flat_denials(
    groups: Sequence[Sequence[int]],
    spoken: Sequence[Statement],
    vectors: Sequence[Mapping[str, float]],
    meeting: Meeting,
) -> list[list[int]]:
    """What stands alone and says that something did not happen, put to where its report tells that it did."""
    moving = _Moving(groups)
    of_report = _by_report(spoken)
    for (i,) in (g for g in groups if len(g) == 1 and spoken[g[0]].chain and spoken[g[0]].negated):
        told = [j for j in of_report[spoken[i].report] if meeting.denies_event_of(i, j)]
        if told:
            moving.put(i, _likest(i, told, vectors))
    return moving.groups()


def _with_one_transfer(groups: Sequence[Sequence[int]], meeting: Meeting) -> tuple[list[list[int]], tuple[_Pair, ...]]:
    """Groups that tell one transfer taken together, with what ties them: 'bought shells', 'acquires a million rounds'.

    Who gives what to whom is the matter of all of them; how it is worded and counted is each one's own.
    """
    pairs: list[_Pair] = []
    joined = Joined(range(len(groups)))
    telling: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for i in group:
            for way in meeting.ways(i):
                telling[way].append((number, i))
    for told in telling.values():
        for at, (number, i) in enumerate(told):
            for other, j in told[max(0, at - _LOOK_BACK_TRANSFERS) : at]:
                small = len(groups[number]) + len(groups[other]) <= _FULL
                if small and joined.leader(number) != joined.leader(other) and meeting.tell_one_transfer(i, j):
                    joined.join(number, other)
                    pairs.append((min(i, j), max(i, j)))
    found = sorted(sorted(i for number in mine for i in groups[number]) for mine in joined.groups().values())
    return found, tuple(sorted(pairs))


def _with_denied_transfers(
    groups: Sequence[Sequence[int]],
    spoken: Sequence[Statement],
    vectors: Sequence[Mapping[str, float]],
    meeting: Meeting,
) -> list[list[int]]:
    """Denials that one gave another something, put to where somebody tells that he did: 'no arms', 'sent it drones'.

    They are moved only from where nobody tells what they deny, to what their own report tells before what others do.
    """
    moving = _Moving(groups)
    gives = [i for i, s in enumerate(spoken) if meeting.tells_transfer(i) and not denies(s)]
    for i in (i for i, s in enumerate(spoken) if gives and s.chain and denies(s) and meeting.tells_transfer(i)):
        told = [j for j in gives if meeting.denies_transfer_of(i, j)]
        if told and not any(moving.together(i, j) for j in told):
            near = [j for j in told if spoken[j].report == spoken[i].report]
            moving.put(i, _likest(i, near or told, vectors))
    return moving.groups()


def _with_bare_denials(groups: Sequence[Sequence[int]], spoken: Sequence[Statement], matter: Matter) -> list[list[int]]:
    """Denials that name nothing, put to what somebody else said last before, whatever words they share with others."""
    moving = _Moving(groups)
    of_report: dict[int, dict[Statement, int]] = defaultdict(dict)
    for i, statement in enumerate(spoken):
        of_report[statement.report].setdefault(statement, i)
    for i in (i for i, s in enumerate(spoken) if points_back(s, matter)):
        here = of_report[spoken[i].report]
        told = pointed_at(spoken[i], here, matter)
        if told is not None and not moving.together(i, here[told]):
            moving.put(i, here[told])
    return moving.groups()


def _with_denials_that_go_on(
    groups: Sequence[Sequence[int]], spoken: Sequence[Statement], meeting: Meeting
) -> tuple[list[list[int]], frozenset[int]]:
    """What somebody says not to be so right after a denial of his own, put to that: 'denied it; no talks were held'.

    It is moved only from where nobody tells anything, and only to where somebody does.
    """
    moving = _Moving(groups)
    answered = {i for g in groups if any(not denies(spoken[j]) for j in g) for i in g}
    of_report = _by_report(spoken)
    gone_on: set[int] = set()
    for i in (i for g in groups for i in g if i not in answered and _says_it_was_not(spoken[i])):
        here = spoken[i]
        before = [
            j
            for j in of_report[here.report]
            if j in answered
            and spoken[j].stance is Stance.DENIES
            and 0 < here.passage.start - spoken[j].passage.end <= _GOES_ON
            and meeting.goes_on(i, j)
        ]
        if before:
            moving.put(i, max(before, key=lambda j: (spoken[j].passage, j)))
            gone_on.add(i)
    return moving.groups(), frozenset(gone_on)


def _says_it_was_not(statement: Statement) -> bool:
    """Whether somebody is quoted who says no of what happened; how things are is a matter of its own."""
    return bool(statement.chain) and denies(statement) and not statement.state


def _most_keep_silent(group: Sequence[int], spoken: Sequence[Statement]) -> bool:
    """Whether nobody in a group tells anything, and most say neither yes nor no."""
    silent = sum(spoken[i].unsure for i in group)
    return 2 * silent > len(group) and all(spoken[i].unsure or rejects(spoken[i]) for i in group)


def _by_passage(group: Sequence[int], spoken: Sequence[Statement]) -> list[list[int]]:
    """A group parted, but for what several are told to say in one and the same passage: a claim is known by that."""
    parts: dict[tuple[int, Span], list[int]] = defaultdict(list)
    for i in group:
        parts[spoken[i].report, spoken[i].passage].append(i)
    return [*parts.values()]


def _replies(statement: Statement) -> bool:
    return rejects(statement) or statement.stance is Stance.DECLINES


def _weight(
    i: int, core: Sequence[int], spoken: Sequence[Statement], vectors: Sequence[Mapping[str, float]]
) -> tuple[float, int, int]:
    """How likely a reply answers a claim: by its words where it has some, else the more contested claim."""
    alike = _alike(i, core, vectors)
    return (alike if alike >= _REPLY_ALIKE else 0.0, sum(denies(spoken[j]) for j in core), -core[0])


def _alike(i: int, core: Sequence[int], vectors: Sequence[Mapping[str, float]]) -> float:
    return sum(likeness(vectors[i], vectors[j]) for j in core) / len(core)


def _likest(i: int, others: Sequence[int], vectors: Sequence[Mapping[str, float]]) -> int:
    """Of several the one that a statement is most like; of equals the first in the story."""
    return max(others, key=lambda j: (likeness(vectors[i], vectors[j]), -j))


def _reasons(
    group: Sequence[int],
    spoken: Sequence[Statement],
    vectors: Sequence[Mapping[str, float]],
    one_transfer: Sequence[_Pair],
    matter: Matter,
) -> tuple[Reason, ...]:
    """For each statement after the first, what ties it to the one that it is most like; and one transfer's tellings."""
    here = frozenset(group)
    reasons = [
        Reason(
            "same-happening",
            (matter.passage(spoken[i]), matter.passage(spoken[j])),
            "; ".join(matter.reports[spoken[n].report].id for n in (i, j)),
        )
        for i, j in one_transfer
        if here.issuperset((i, j))
    ]
    for at, i in enumerate(group[1:], start=1):
        nearest = _likest(i, group[max(0, at - _LOOK_BACK) : at], vectors)
        shared = vectors[i].keys() & vectors[nearest].keys()
        telling = sorted(shared, key=lambda f: (-vectors[i][f] * vectors[nearest][f], f))[:4]
        passages = (matter.passage(spoken[nearest]), matter.passage(spoken[i]))
        words = dict.fromkeys(_told(f, (spoken[nearest], spoken[i]), matter) for f in telling)
        reasons.append(Reason(_code(telling), passages, "، ".join(w for w in words if w)))
    return tuple(reasons)


def _code(features: Sequence[str]) -> str:
    signs = {f[0] for f in features}
    if "!" in signs and "@" in signs:
        return "same-event-and-actors"
    return "same-figure" if "#" in signs else "same-words"


def _told(feature: str, statements: Sequence[Statement], matter: Matter) -> str:
    """A feature as people know it: a name, a figure, or the words of the reports that it was read from."""
    if feature[0] == "@":
        return matter.cast.by_id[feature[1:]].name
    if feature[0] == "#":
        return feature[1:]
    words = dict.fromkeys(
        word.strip(_MARKS)
        for statement in statements
        for word in (
            _anchors(statement, feature[1:], matter) if feature[0] == "!" else _words(statement, feature, matter)
        )
    )
    return " / ".join(words)


_MARKS = '«»"“”()[]،,.:؛'


def _anchors(statement: Statement, kind: str, matter: Matter) -> list[str]:
    text = matter.reports[statement.report].text
    return [e.anchor.of(text) for e in statement.events if e.type.value == kind][:1]


def _words(statement: Statement, stem: str, matter: Matter) -> list[str]:
    text = matter.reports[statement.report].text
    return [text[t.start : t.end] for t in matter.words(statement) if stem in stems(t.form)][:1]
