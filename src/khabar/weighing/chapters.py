"""What is concluded from stories that bear on one another, by themselves."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from khabar.resolution.statements import Statement, statements_in
from khabar.values.claim import Claim, Story
from khabar.values.conclusions import Chapter
from khabar.values.exchange import Exchange
from khabar.values.judgement import Judgement
from khabar.weighing.across import Moves, with_moved
from khabar.weighing.claims import Gathered
from khabar.weighing.contradictions import contradictions_in
from khabar.weighing.exchanges import exchanges_in
from khabar.weighing.judged import as_judged
from khabar.weighing.matter import Held, Matter
from khabar.weighing.stances import held
from khabar.weighing.weighed import claim_of, is_told

_HEADLINE = 120  # characters of a first paragraph that stand for a missing headline


@dataclass(frozen=True, slots=True)
class Gathering:
    """Stories with their claims as far as each tells them by itself."""

    matter: Matter
    members: Sequence[Sequence[int]]  # the reports of each story, by their places in the matter
    statements: Sequence[Sequence[Statement]]
    claims: Sequence[Sequence[Gathered]]


def statements_of(members: Sequence[int], matter: Matter) -> list[Statement]:
    """The statements of a story's reports, in their order."""
    return [s for i in members for s in statements_in(i, matter.texts[i], matter.readings[i])]


def chapters_of(gathering: Gathering, moves: Moves, judgements: Sequence[Judgement]) -> list[Chapter]:
    """What is concluded from stories that nothing outside bears on, with what goes from one to another."""
    matter = gathering.matter
    claims = as_judged(with_moved(gathering.claims, moves, matter), judgements, matter)
    found = [_claims(mine, matter) for mine in claims]
    told_of = [(claim, [h.statement for h in positions]) for mine in found for claim, positions in mine]
    exchanges = exchanges_in(told_of, [s for told in gathering.statements for s in told], matter)
    home = {claim.id: number for number, mine in reversed(list(enumerate(found))) for claim, _ in mine}
    given: dict[int, list[Exchange]] = defaultdict(list)
    for exchange in exchanges:
        given[home[exchange.claim]].append(exchange)
    return [
        _chapter(members, mine, given[number], matter)
        for number, (members, mine) in enumerate(zip(gathering.members, found, strict=True))
    ]


def _claims(gathered: Sequence[Gathered], matter: Matter) -> list[tuple[Claim, Sequence[Held]]]:
    told = [(held(g.statements, g.vectors), g.reasons) for g in gathered if is_told(g.statements)]
    return [(claim_of(positions, reasons, matter), positions) for positions, reasons in told]


def _chapter(
    members: Sequence[int],
    claims: Sequence[tuple[Claim, Sequence[Held]]],
    exchanges: Sequence[Exchange],
    matter: Matter,
) -> Chapter:
    story = _story(members, [c for c, _ in claims], matter)
    return Chapter(story, tuple(c for c, _ in claims), tuple(exchanges), contradictions_in(story.id, claims, matter))


def _story(members: Sequence[int], claims: Sequence[Claim], matter: Matter) -> Story:
    first, text = matter.reports[members[0]], matter.texts[members[0]]
    headline = text.span(*text.paragraphs[0]).of(text.text) if text.paragraphs else ""
    return Story(
        id="s" + sha256(first.id.encode()).hexdigest()[:15],
        reports=tuple(matter.reports[i].id for i in members),
        claims=tuple(c.id for c in claims),
        title=first.title or headline[:_HEADLINE],
    )
