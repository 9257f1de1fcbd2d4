"""What was found in the windows of one report, bound into one reading: one id for one thing, sayings in one another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khabar.extraction.names.gazetteer import Known
from khabar.language.analysis import AnalysedText
from khabar.language.normalise import key
from khabar.proposing.happenings import Happening
from khabar.proposing.known import KnownNames
from khabar.proposing.parties import Parties, Party
from khabar.proposing.sayings import Said
from khabar.proposing.standing import nearest
from khabar.values.attribution import Attribution, Mode
from khabar.values.entity import Entity, Kind
from khabar.values.event import Event, Goods
from khabar.values.span import Span
from khabar.values.timex import Timex
from khabar.values.why import EntityRule, Part, Why

Items = tuple[tuple[Entity, ...], tuple[Attribution, ...], tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known of the report without the model, and the mark that its proposals bear."""

    analysed: AnalysedText
    times: tuple[Timex, ...]
    known: KnownNames
    mark: str


class Bound:
    """A reading while its windows come in, in order."""

    def __init__(self, ground: Ground, *, why: bool) -> None:
        self._ground = ground
        self._why = why
        self._parties: list[Party] = []
        self._by_name: dict[tuple[Kind, str], int] = {}
        self._sayings: list[tuple[Said, tuple[tuple[int, ...], ...]]] = []
        self._happenings: list[tuple[Happening, Mapping[str, int]]] = []

    def add(self, parties: Parties, sayings: Iterable[Said], happenings: Iterable[Happening]) -> None:
        """One more window. Who bears a name of somebody before, and is of the same kind, is the same."""
        places = {own_id: self._place_of(party) for own_id, party in parties.items()}
        for said in sayings:
            chain = tuple(tuple(dict.fromkeys(places[one] for one in link)) for link in said.chain)
            self._sayings.append((said, chain))
        self._happenings += [(happening, places) for happening in happenings]

    def items(self) -> Items:
        """Entities in the order in which they are first named, sayings and events in reading order."""
        order = sorted(range(len(self._parties)), key=lambda at: self._parties[at].mentions[0])
        ids = {at: f"e{number}" for number, at in enumerate(order, 1)}
        entities = tuple(self._entity(self._parties[at], ids[at]) for at in order)
        sayings = self._attributions(ids)
        events = tuple(
            self._event(one, places, ids, sayings, f"v{number}")
            for number, (one, places) in enumerate(sorted(self._happenings, key=lambda pair: pair[0].anchor), 1)
        )
        return entities, sayings, events

    def _place_of(self, party: Party) -> int:
        names = [(party.kind, key(self._words(span))) for span in party.mentions]
        known = self._known(party)
        entry = [(party.kind, f"#{known.id}")] if known else []
        fullest = max(names, key=lambda name: len(name[1]))
        place = next((self._by_name[name] for name in (fullest, *entry) if name in self._by_name), None)
        if place is None:
            place = len(self._parties)
            self._parties.append(party)
        else:
            mentions = {*self._parties[place].mentions, *party.mentions}
            self._parties[place] = Party(party.kind, tuple(sorted(mentions)))
        for name in (*names, *entry):
            self._by_name.setdefault(name, place)
        return place

    def _known(self, party: Party) -> Known | None:
        """The entry of our knowledge that its fullest name names; of a country that any name or adjective does.

        The port of Lomé may be called Lomé too, and is not the city.
        """
        fullest = sorted(party.mentions, key=lambda span: (-len(span), span))
        names = fullest if party.kind is Kind.COUNTRY else fullest[:1]
        adjectives = (self._adjective(party, span) for span in fullest)
        return self._ground.known.named(names, party.kind) or next((one for one in adjectives if one), None)

    def _adjective(self, party: Party, span: Span) -> Known | None:
        return self._ground.known.adjective(span) if party.kind is Kind.COUNTRY else None

    def _words(self, span: Span) -> str:
        return " ".join(span.of(self._ground.analysed.text).split())

    def _entity(self, party: Party, own_id: str) -> Entity:
        """An adjective of nationality is no mention: a country that only such words name has none."""
        ground, known = self._ground, self._known(party)
        mentions = tuple(span for span in party.mentions if not self._adjective(party, span))
        fullest = min(mentions or party.mentions, key=lambda span: (-len(span), span))
        whys = [Why(Part.NAME, ground.mark, span) for span in party.mentions]
        whys += [Why(Part.SAME, EntityRule.KNOWN.of(known.id), fullest)] if known else []
        return Entity(
            own_id,
            fullest.of(ground.analysed.text) if mentions or not known else known.name,
            party.kind,
            mentions,
            known.wikidata if known else None,
            known_as=known.id if known else None,
            rule=ground.mark,
            why=self._told(whys),
        )

    def _attributions(self, ids: Mapping[int, str]) -> tuple[Attribution, ...]:
        ordered = sorted(self._sayings, key=lambda pair: (pair[0].content, pair[0].cue or pair[0].content))
        named = [(f"a{number}", said) for number, (said, _) in enumerate(ordered, 1)]
        return tuple(
            self._attribution(own_id, said, tuple(tuple(ids[one] for one in link) for link in chain), named)
            for (own_id, said), (_, chain) in zip(named, ordered, strict=True)
        )

    def _attribution(
        self, own_id: str, said: Said, chain: tuple[tuple[str, ...], ...], named: list[tuple[str, Said]]
    ) -> Attribution:
        around = [
            (len(other.content), other_id)
            for other_id, other in named
            if other.content != said.content and other.content.covers(said.content)
        ]
        mark = self._ground.mark
        whys = [Why(Part.CUE, mark, said.cue)] if said.cue else []
        whys += [Why(Part.CONTENT, mark, said.content), Why(Part.SOURCE, mark, said.speaker)]
        return Attribution(
            own_id,
            said.content,
            chain,
            said.stance,
            self._mode(said.content),
            said.cue,
            min(around)[1] if around else None,
            mark,
            self._told([*whys, Why(Part.STANCE, mark)]),
        )

    def _mode(self, content: Span) -> Mode:
        """As the marks around it and in it tell, whatever the model may think."""
        quotes = [quote.span for quote in self._ground.analysed.quotes if quote.span.overlaps(content)]
        if any(quote.covers(content) for quote in quotes):
            return Mode.DIRECT
        return Mode.MIXED if quotes else Mode.INDIRECT

    def _event(
        self,
        one: Happening,
        places: Mapping[str, int],
        ids: Mapping[int, str],
        sayings: tuple[Attribution, ...],
        own_id: str,
    ) -> Event:
        actor, recipient, place = (
            tuple(dict.fromkeys(ids[places[name]] for name in role)) for role in (one.actor, one.recipient, one.place)
        )
        timex = next((t for t in self._ground.times if one.time and t.span.overlaps(one.time)), None)
        around = [(len(a.content), a.id) for a in sayings if a.content.covers(one.anchor)]
        return Event(
            own_id,
            one.anchor,
            one.type,
            one.status,
            one.mode,
            actor,
            recipient,
            place,
            timex.moment if timex else None,
            tuple(Goods(span, category) for span, category in one.goods),
            min(around)[1] if around else None,
            self._ground.mark,
            why=self._told(self._whys_of(one, places, timex)),
        )

    def _whys_of(self, one: Happening, places: Mapping[str, int], timex: Timex | None) -> list[Why]:
        mark = self._ground.mark
        whys = [Why(Part.WORD, mark, one.anchor), Why(Part.STATUS, mark)]
        roles = ((Part.ACTOR, one.actor), (Part.RECIPIENT, one.recipient), (Part.PLACE, one.place))
        named = [(part, self._parties[places[name]]) for part, names in roles for name in names]
        whys += [Why(part, mark, nearest(party.mentions, one.anchor)) for part, party in named]
        whys += [Why(Part.TIME, timex.rule, timex.span)] if timex else []
        return whys + [Why(Part.GOODS, mark, span) for span, _ in one.goods]

    def _told(self, whys: list[Why]) -> tuple[Why, ...]:
        return tuple(whys) if self._why else ()
