"""What the reports of one story tell differently: figures, days, places, doers, and whether it is so."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256

from khabar.resolution.gathering import likeness
from khabar.resolution.joining import Joined
from khabar.resolution.phrases import phrases_for
from khabar.resolution.statements import Statement
from khabar.values.attribution import Stance
from khabar.values.claim import Claim, PositionStance, Verdict
from khabar.values.contradiction import Bearing, Contradiction, Differing, DifferingSide, SideTelling
from khabar.values.reason import Reason
from khabar.weighing.deeds import differing_deeds
from khabar.weighing.differing import Difference, Told, of_one_matter
from khabar.weighing.figures import differing_figures
from khabar.weighing.independence import own_words, verbatim
from khabar.weighing.matter import Held, Matter
from khabar.weighing.sides import side
from khabar.weighing.verdicts import contests

_SO, _NOT_SO = "so", "not so"
_NEAR = 0.35  # a denial and what it denies share so much, or it may be of something else of the same claim
_NEARER = 0.5  # where no event of one kind is read in both
_SENTENCE = 3  # words, below which nothing is told that could be denied
_OPENING = 1  # words before 'untrue' that a clause may open with
_TELLING = 2  # words that both have, names aside
_DENYING = "=deny"  # the class of likeness of verbs of denying
_MANY = 60  # positions on either side that are looked at; more repeat them
# The first of these that two tellings of a group bear on one another stands for the group.
_CERTAIN = (Bearing.CONTRADICTION, Bearing.UNDECIDED, Bearing.UPDATE)


def contradictions_in(
    story: str, claims: Sequence[tuple[Claim, Sequence[Held]]], matter: Matter
) -> tuple[Contradiction, ...]:
    """The matters on which the reports of one story differ; the claims are all those of the story."""
    found = [*differing_figures(claims, matter), *differing_deeds(claims, matter), *_differing_statuses(claims, matter)]
    return tuple(_contradiction(story, group, matter) for group in _groups(found))


def _differing_statuses(claims: Sequence[tuple[Claim, Sequence[Held]]], matter: Matter) -> Iterator[Difference]:
    for claim, positions in claims:
        if claim.assessment.verdict is not Verdict.DISPUTED:
            continue
        told = [h for h in positions if h.stance is PositionStance.ASSERTS and _tells_something(h, matter)]
        denied = [h for h in positions if h.stance is PositionStance.DENIES and _says_no(h, matter)]
        pairs = ((one, denial) for denial in denied[:_MANY] for one in told[:_MANY])
        yield from (_status(claim, one, denial, matter) for one, denial in pairs if _is_denied(one, denial, matter))


def _tells_something(held: Held, matter: Matter) -> bool:
    """Whether a statement is somebody's word or an event, and tells of no denial, question or act of speech itself."""
    statement = held.statement
    forms = [t.form for t in matter.words(statement)]
    doubtful = (
        phrases_for("untrue").stand_in(forms) or phrases_for("asks").stand_in(forms[:1]) or _DENYING in held.vector
    )
    return bool(statement.chain or statement.events) and not (doubtful or statement.act or statement.denied)


def _says_no(held: Held, matter: Matter) -> bool:
    """Whether a statement says no to all that it tells: by its verb, by a 'not', or by opening with 'it is untrue'."""
    if held.statement.stance is Stance.DENIES or held.statement.negated:
        return True
    places = phrases_for("untrue").places_in([t.form for t in matter.words(held.statement)])
    return bool(places) and places[0] <= _OPENING


def _is_denied(told: Held, denial: Held, matter: Matter) -> bool:
    return (
        not matter.speakers(told.statement) & matter.speakers(denial.statement)
        and not _is_relayed_with(told.statement, denial.statement)
        and contests(denial, told, matter)
        and (denial.statement.stance is Stance.DENIES or _undoes(denial, told))
        and likeness(told.vector, denial.vector) >= (_NEAR if _tell_one_kind(told, denial) else _NEARER)
        and len(own_words(told, matter) & own_words(denial, matter)) >= _TELLING
        and not verbatim(told, denial, matter)
        and of_one_matter(told.statement, denial.statement, matter)
    )


def _undoes(denial: Held, told: Held) -> bool:
    """Whether what a 'not' is said of is the other's event and word; what is called untrue as a whole needs none."""
    same_word = bool(denial.statement.undone & told.vector.keys())
    return denial.statement.untrue or (same_word and _tell_one_kind(told, denial))


def _tell_one_kind(told: Held, denial: Held) -> bool:
    return bool({e.type for e in told.statement.events} & {e.type for e in denial.statement.events})


def _is_relayed_with(told: Statement, denial: Statement) -> bool:
    """Whether one is a part of what the other tells: 'he says that they deny it'."""
    length = min(len(told.chain), len(denial.chain))
    return told.report == denial.report and length > 0 and told.chain[:length] == denial.chain[:length]


def _status(claim: Claim, told: Held, denial: Held, matter: Matter) -> Difference:
    shown = (matter.passage(told.statement), matter.passage(denial.statement))
    later = _is_later_word(told, denial, matter)
    bearing, code = (Bearing.UPDATE, "later-word") if later else (Bearing.CONTRADICTION, "denied-by-another")
    return Difference(
        Differing.STATUS,
        claim.gist,
        Told(_SO, told.statement.passage, told, claim.id),
        Told(_NOT_SO, denial.statement.passage, denial, claim.id),
        bearing,
        Reason(code, shown),
    )


def _is_later_word(told: Held, denial: Held, matter: Matter) -> bool:
    """Whether one and the same side says otherwise in a later report."""
    days = [matter.reports[h.statement.report].published for h in (told, denial)]
    speakers = [[s for s in matter.speakers(h.statement) if s in matter.cast.by_id] for h in (told, denial)]
    sides = [frozenset(found for s in who if (found := side(s, matter.cast))) for who in speakers]
    return None not in days and days[0] != days[1] and bool(sides[0] & sides[1])


def _groups(differences: Sequence[Difference]) -> list[list[Difference]]:
    """Differences that share a telling, in the order in which they were found."""
    joined = Joined(range(len(differences)))
    first: dict[tuple[Differing, int, int, int], int] = {}
    for i, found in enumerate(differences):
        for told in (found.one, found.other):
            joined.join(first.setdefault((found.differing, told.held.statement.report, *_offsets(told)), i), i)
    return [[differences[i] for i in group] for group in joined.groups().values()]


def _offsets(told: Told) -> tuple[int, int]:
    return told.words.start, told.words.end


def _contradiction(story: str, group: Sequence[Difference], matter: Matter) -> Contradiction:
    bearing = next(b for b in _CERTAIN if any(d.bearing is b for d in group))
    telling = [d for d in group if d.bearing is bearing]
    first = telling[0]
    sides: dict[str, list[Told]] = defaultdict(list)
    for told in (t for d in group for t in (d.one, d.other)):
        sides[told.value].append(told)
    shown = [_side(value, mine, matter) for value, mine in sides.items()]
    mark = "\0".join((story, first.differing, *(f"{t.passage.report_id}{t.words}" for s in shown for t in s.tellings)))
    return Contradiction(
        id="d" + sha256(mark.encode()).hexdigest()[:15],
        differing=first.differing,
        bearing=bearing,
        of=first.of,
        story=story,
        claims=tuple(dict.fromkeys(t.claim for d in group for t in (d.one, d.other))),
        sides=tuple(shown),
        reasons=tuple(dict.fromkeys(d.why for d in telling)),
    )


def _side(value: str, told: Sequence[Told], matter: Matter) -> DifferingSide:
    tellings = {
        (t.held.statement.report, t.words): SideTelling(
            matter.passage(t.held.statement), t.words, matter.names(t.held.statement)
        )
        for t in told
    }
    return DifferingSide(value, tuple(telling for _, telling in sorted(tellings.items())))
