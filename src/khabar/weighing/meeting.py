"""Which statements of one story may be of one claim: what keeps two apart, and what they must share."""

from collections.abc import Iterator, Sequence
from itertools import groupby, product
from math import log

from khabar.resolution.features import features_in, words_of
from khabar.resolution.gathering import likeness, weighted
from khabar.resolution.phrases import phrases_for
from khabar.resolution.sharing import Features
from khabar.resolution.statements import Statement
from khabar.values.actor import ActorId
from khabar.values.event import Status
from khabar.weighing.gifts import Way, gifts_in
from khabar.weighing.matter import Matter
from khabar.weighing.roles import roles_in
from khabar.weighing.sides import principals
from khabar.weighing.stances import denies, rejects
from khabar.weighing.transfers import GIVING
from khabar.weighing.wording import nearness, wordings_in

# One word is met in two statements by chance: what shares less than this must be nearer by it. What reports tell by
# themselves is mostly the background of a matter, whose words come again and again; set on 100 pairs of real reports.
_IN_COMMON, _BY_FEWER = 2, 0.3
_IN_COMMON_OF_REPORTS, _BY_FEWER_OF_REPORTS = 4, 0.4
# Logits of nearness, set on six stories and 337 pairs of real reports. Where something is denied, both sides speak of
# it, each in words of its own; elsewhere, and in what reports tell by themselves, the words alone show one thing.
_NEAR = -0.3
_NEAR_IN_DISPUTE = -0.7
_SPOKEN_IN_DISPUTE = -2.5
# That holds of a story of so many statements, where whoever speaks, speaks of the dispute. The more are told, the
# likelier two that share little are of two things: by the logarithm of how many more there are.
_OF_ONE_DISPUTE = 60
_NOTHING_SHARED = -0.5  # under what is near enough in a dispute; less than that is nothing
_FAR = -1.25  # two that are less near are seldom of one claim, but for those who speak of what is disputed
_TOO_FAR = -1.5  # and where nothing is denied, they never are
_HEADED = 0.9  # what a headline tells, its report tells again
_DISPUTED = 0.03  # of what is quoted in a story that answers no
_OPENING = 3  # words of a clause by which it says that somebody has a right
_REPEATED = 0.7  # likeness from which on one statement repeats another
_NAMING = 3  # words from which on a denial says what it denies


class Meeting:
    """The statements of one story, and which of them may meet in a claim."""

    def __init__(self, spoken: Sequence[Statement], matter: Matter) -> None:
        bags = [
            bag
            for at, mine in groupby(spoken, key=lambda s: s.report)
            for bag in features_in(
                list(mine), matter.reports[at].id, matter.texts[at], matter.readings[at], matter.cast
            )
        ]
        self.vectors: Sequence[Features] = weighted(bags)
        self._spoken = spoken
        self._matter = matter
        self._roles = [roles_in(s, matter) for s in spoken]
        self._gifts = [tuple(gifts_in(s, matter)) for s in spoken]
        self._wordings = wordings_in(spoken, bags, matter)
        self._words = [words_of(v) for v in self.vectors]
        self._headed = [matter.is_headline(s) for s in spoken]
        self._rights = [_is_right(s, matter) for s in spoken]
        self._disputed = _is_disputed(spoken)
        self._spoken_near = min(_NEAR_IN_DISPUTE, _SPOKEN_IN_DISPUTE + log(max(1.0, len(spoken) / _OF_ONE_DISPUTE)))
        self._near: dict[tuple[int, int], float] = {}

    def may_meet(self, one: int, other: int) -> bool:
        """Whether nothing shows that the two are of two things."""
        return (
            self._spoken[one].act is self._spoken[other].act
            and self._rights[one] is self._rights[other]
            and self._answers(one, other)
            and (not self._roles[one].another_thing(self._roles[other]) or self._repeats(one, other))
        )

    def may_join(self, one: int, other: int) -> bool:
        """Whether the two may be in one claim, whatever else is near to both."""
        return self.may_meet(one, other) and (self._disputed or self._nearness(one, other) >= _TOO_FAR)

    def are_far(self, one: int, other: int) -> bool:
        """Whether the two are worded so differently that they are seldom of one claim."""
        near = self._nearness(one, other)
        least = self._spoken_near + _NOTHING_SHARED if self._speak_of_dispute(one, other) else _FAR
        return near < min(_FAR, least)

    def denies_event_of(self, one: int, other: int) -> bool:
        """Whether the one says of the very event of the other, of its doer and done-to, that it did not happen."""
        denial, told = self._spoken[one], self._spoken[other]
        denied = {e.type for e in denial.events if e.status is Status.DENIED}
        happened = {e.type for e in told.events if e.status is not Status.DENIED}
        return (
            bool(denied & happened)
            and not rejects(told)
            and self._wordings[one].speakers.isdisjoint(self._wordings[other].speakers)
            and self._roles[one].shared_by(self._roles[other])
            and self.may_meet(one, other)
        )

    def goes_on(self, one: int, other: int) -> bool:
        """Whether the one may go on with what the other denies: one side speaks, and nothing shows two things."""
        first, second = self._spoken[one], self._spoken[other]
        return (
            first.act is second.act
            and not self._roles[one].another_thing(self._roles[other])
            and bool(self._side_of(first) & self._side_of(second))
        )

    def _side_of(self, statement: Statement) -> frozenset[ActorId]:
        last = statement.chain[-1] if statement.chain else ()
        return principals(self._matter.reports[statement.report].id, last, self._matter.cast)

    def tells_transfer(self, one: int) -> bool:
        """Whether a statement tells that something changes hands."""
        return any(e.type in GIVING for e in self._spoken[one].events)

    def denies_transfer_of(self, one: int, other: int) -> bool:
        """Whether the one says that what the other tells was not given, by the same giver to the same recipient."""
        return (
            self._wordings[one].speakers.isdisjoint(self._wordings[other].speakers)
            and any(denied.may_be(told) for denied, told in product(self._gifts[one], self._gifts[other]))
            and self.may_meet(one, other)
        )

    def tell_one_transfer(self, one: int, other: int) -> bool:
        """Whether both tell that the same goods go the same way at one time, in whatever words and numbers.

        In two languages no word can show that two numbers are of one thing: there they have to agree.
        """
        by_number = self._language(one) != self._language(other)
        pairs = product(self._gifts[one], self._gifts[other])
        return any(here.is_told_as(there, by_number=by_number) for here, there in pairs) and self.may_meet(one, other)

    def ways(self, one: int) -> Iterator[Way]:
        """Who gives to whom in a statement that tells that something changes hands, if it does not deny it."""
        if not denies(self._spoken[one]):
            yield from sorted({gift.way for gift in self._gifts[one]})

    def _language(self, one: int) -> str:
        return self._matter.readings[self._spoken[one].report].language

    def is_headline(self, one: int) -> bool:
        """Whether a statement stands in the headline of its report."""
        return self._headed[one]

    def heads(self, one: int, other: int) -> bool:
        """Whether a headline may stand for a statement: of one kind of event, and a denial for a denial."""
        first, second = self._spoken[one], self._spoken[other]
        kinds = self._roles[one].types & self._roles[other].types
        return bool(kinds) and rejects(first) is rejects(second) and self.may_meet(one, other)

    def may_crowd(self, one: int, other: int) -> bool:
        """Whether the two may be in a claim of many."""
        return self._roles[one].surely_near(self._roles[other])

    def share_enough(self, one: int, other: int, features: int, alike: float) -> bool:
        """Whether two that have so many features in common share more than chance lets two of one story share."""
        quoted = self._spoken[one].chain or self._spoken[other].chain
        fewest, least = (_IN_COMMON, _BY_FEWER) if quoted else (_IN_COMMON_OF_REPORTS, _BY_FEWER_OF_REPORTS)
        return features >= fewest or alike >= least

    def may_draw(self, one: int, other: int) -> bool:
        """Whether the two are so near in their wording that they may draw two claims together."""
        return self._nearness(one, other) >= self._bound(one, other)

    def _bound(self, one: int, other: int) -> float:
        if self._speak_of_dispute(one, other):
            return self._spoken_near
        return _NEAR_IN_DISPUTE if self._disputed else _NEAR

    def _speak_of_dispute(self, one: int, other: int) -> bool:
        """Whether two speak of what is disputed, or one answers the other with no."""
        if not self._disputed:
            return False
        first, second = self._spoken[one], self._spoken[other]
        # of what one and the same says, only that which he takes back answers himself
        if first.retracts is second.retracts and self._wordings[one].speakers & self._wordings[other].speakers:
            return False
        return bool(first.chain and second.chain) or rejects(first) or rejects(second)

    def _nearness(self, one: int, other: int) -> float:
        pair = (one, other) if one < other else (other, one)
        found = self._near.get(pair)
        if found is None:
            found = self._near[pair] = self._nearness_of(*pair)
        return found

    def _nearness_of(self, one: int, other: int) -> float:
        of_one_report = self._spoken[one].report == self._spoken[other].report
        headed = of_one_report and self._headed[one] is not self._headed[other]
        return nearness(self._wordings[one], self._wordings[other]) + _HEADED * headed

    def _repeats(self, one: int, other: int) -> bool:
        """Whether one says all that the other says, word for word: roles that differ were misread in one of them."""
        if likeness(self.vectors[one], self.vectors[other]) < _REPEATED:
            return False
        here, there = (f" {' '.join(t.form for t in self._matter.words(self._spoken[i]))} " for i in (one, other))
        return here in there or there in here

    def _answers(self, one: int, other: int) -> bool:
        # who denies something by name denies what shares a word with it; that the same two take part is not enough
        first, second = self._spoken[one], self._spoken[other]
        if rejects(first) is rejects(second) or first.report != second.report:
            return True
        here, there = self._words[one], self._words[other]
        return bool(here & there) or min(len(here), len(there)) < _NAMING


def _is_disputed(spoken: Sequence[Statement]) -> bool:
    """Whether so much of what is quoted answers no that the story is about it."""
    return sum(map(rejects, spoken)) > _DISPUTED * sum(bool(s.chain) for s in spoken)


def _is_right(statement: Statement, matter: Matter) -> bool:
    """Whether a clause says that somebody may do something: that he does or does not is another matter."""
    return phrases_for("right").stand_in([token.form for token in matter.words(statement)[:_OPENING]])
