"""Stories with all that weighing may know of them, in plain values that can be sent to whoever has their reports."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from khabar.language.analysis import AnalysedText
from khabar.resolution.actors import Cast
from khabar.resolution.statements import Statement
from khabar.values.actor import Actor, ActorId, Behind
from khabar.values.conclusions import Chapter
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.weighing.across import Sayings, Told, sayings_in, told_in
from khabar.weighing.asked import Asked, Noting
from khabar.weighing.chapters import Gathering, chapters_of, statements_of
from khabar.weighing.claims import Gathered, gathered_claims
from khabar.weighing.matter import Matter
from khabar.weighing.shelf import Opened

_NO_TEXT = AnalysedText("", "", (), (), (), ())


@dataclass(frozen=True, slots=True)
class Heading:
    """A report, to be opened where it is of the stories."""

    report: str
    published: date | None  # None: unknown
    outlet: str | None  # None: unknown
    mark: str | None  # of its digest; None: it is of another story, and only its name counts: the first of a text


@dataclass(frozen=True, slots=True)
class Piece:
    """Stories that are told together, and as much of their actors as an answer stands for."""

    headings: tuple[Heading, ...]  # in the one order of a collection
    stories: tuple[tuple[str, ...], ...]  # the ids of the reports of each
    members: tuple[tuple[str, str, ActorId], ...]  # report, entity, and the actor that it is
    faces: tuple[Actor, ...]
    behind: tuple[tuple[ActorId, Behind], ...]
    first: tuple[tuple[int, int], ...]  # a report's place, and that of the first of its text


@dataclass(frozen=True, slots=True)
class Telling:
    """What one story tells by itself."""

    told: Told
    said: Sayings
    chapter: Chapter  # what is concluded if nothing from elsewhere bears on it
    faces: tuple[ActorId, ...]  # of whom it was asked what they are called and what they are
    behind: tuple[ActorId, ...]  # and for whom they speak


Tell = Callable[[Opened, Iterable[Piece]], Iterable[Telling]]  # one for each piece, in their order


def tell(opened: Opened, pieces: Iterable[Piece]) -> Iterable[Telling]:
    """What each piece tells, worked out here."""
    return (telling_of(piece, opened) for piece in pieces)


def telling_of(piece: Piece, opened: Opened) -> Telling:
    """What a piece of one story tells: a pure function of it and of its reports."""
    asked = Asked()
    gathering = gathering_in(piece, opened, asked)
    (claims,) = gathering.claims
    (chapter,) = chapters_of(gathering, {}, ())
    told, said = told_in(claims, gathering.matter), sayings_in(claims, gathering.matter)
    return Telling(told, said, chapter, tuple(sorted(asked.faces)), tuple(sorted(asked.behind)))


def gathering_in(piece: Piece, opened: Opened, asked: Asked) -> Gathering:
    """The stories of a piece with their claims; what is asked of their actors is noted."""
    matter = _matter(piece, opened, asked)
    place = {report.id: i for i, report in enumerate(matter.reports)}
    told = [opened.once(story, partial(_heard, story, piece, opened)) for story in piece.stories]
    for one in told:
        asked.faces.update(one.asked.faces)
        asked.behind.update(one.asked.behind)
    members = [[place[report] for report in story] for story in piece.stories]
    placed = [one.placed(place) for one in told]
    return Gathering(matter, members, [statements for statements, _ in placed], [claims for _, claims in placed])


@dataclass(frozen=True, slots=True)
class _Heard:
    """The statements and claims of one story, with what gathering them asked: the same beside any other stories."""

    reports: Sequence[str]  # by the places that the statements give
    statements: Sequence[Statement]
    claims: Sequence[Gathered]
    asked: Asked

    def placed(self, place: Mapping[str, int]) -> tuple[Sequence[Statement], Sequence[Gathered]]:
        """The same where the reports have other places, in the same order."""
        at = [place.get(report, -1) for report in self.reports]
        if at == [*range(len(at))]:
            return self.statements, self.claims
        statements = [replace(s, report=at[s.report]) for s in self.statements]
        claims = [
            # gathering may give a statement another stance, so a claim's need not be among these
            replace(c, statements=tuple(replace(s, report=at[s.report]) for s in c.statements))
            for c in self.claims
        ]
        return statements, claims


def _heard(story: Sequence[str], piece: Piece, opened: Opened) -> _Heard:
    asked = Asked()
    matter = _matter(piece, opened, asked)
    reports = [report.id for report in matter.reports]
    statements = statements_of([reports.index(report) for report in story], matter)
    return _Heard(reports, statements, gathered_claims(statements, matter), asked)


def _matter(piece: Piece, opened: Opened, asked: Asked) -> Matter:
    whole = [opened.at(h.report) if h.mark else _only_named(h) for h in piece.headings]
    faces = {actor.id: actor for actor in piece.faces}
    of_member = {(report, entity): actor for report, entity, actor in piece.members}
    return Matter(
        [report for report, _, _ in whole],
        [text for _, _, text in whole],
        [reading for _, reading, _ in whole],
        Cast((), of_member, Noting(faces, asked.faces), behind=Noting(dict(piece.behind), asked.behind)),
        dict(piece.first),
    )


def _only_named(heading: Heading) -> tuple[Report, Reading, AnalysedText]:
    bare = Report(heading.report, "", "", heading.outlet, published=heading.published)
    return bare, Reading(heading.report, "", ""), _NO_TEXT
