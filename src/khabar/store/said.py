"""What people said of an archive's reports: the log beside it is the truth, its tables hold what is in force here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from khabar.errors import NotInArchive
from khabar.resolution.in_force import in_force, of_the_matter
from khabar.store import corrections, rows
from khabar.store.acts_as_json import act_in, line_of
from khabar.store.database import Database
from khabar.store.logbook import Logbook
from khabar.values.act import Act, ActId, Spoken, Utterance, Withdrawal, moment, passages_of
from khabar.values.correction import Correction
from khabar.values.judgement import Judgement
from khabar.values.reason import Passage
from khabar.values.span import Span

_SHOWN = 120  # characters of a passage in the log
_TICK = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of holding the log and the archive against each other."""

    new: int = 0  # acts that the archive did not have
    restored: int = 0  # acts that the log did not have
    waiting: int = 0  # words in force about reports that are not here
    damaged: tuple[int, ...] = ()  # lines of the log that hold no act


class Said:
    """All acts of review that an archive knows, inside one change of it; whatever is added, the log has it first."""

    def __init__(self, database: Database, log: Logbook | None) -> None:
        self._database = database
        self._log = log
        self._acts = acts_of(database)

    def take_in(self) -> TakenIn:
        """Makes log and archive hold the same acts, and the tables what is in force of them."""
        self._learn_what_was_never_logged()
        if self._log is None:
            return TakenIn(waiting=self._settle())
        told = self._log.read()
        lost = {own_id: line_of(act)[1] for own_id, act in self._acts.items() if own_id not in told.acts}
        self._log.append(lost.values())
        new = {own_id: act for own_id, act in told.acts.items() if own_id not in self._acts}
        self._keep(new, {own_id: told.lines[own_id] for own_id in new})
        return TakenIn(len(new), len(lost), self._settle(), told.damaged)

    def say(self, said: Spoken) -> None:
        """Keeps a word in place of what was said of the same matter."""
        self.learn([self._in_turn(said)])

    def take_back(self, said: Spoken) -> bool:
        """Takes back all that was said of the same matter, in the name of that word's author; False: nothing was."""
        told = here(self._database, said)
        gone = of_the_matter(self._acts, told.matter) if told else ()
        if gone:
            self.learn([Withdrawal(gone, said.author, said.at, said.because)])
        return bool(gone)

    def learn(self, acts: Iterable[Act]) -> int:
        """Keeps acts; the number of those that are new here."""
        told = {own_id: (act, line) for act in acts for own_id, line in [line_of(act)] if own_id not in self._acts}
        if self._log:
            self._log.append(line for _, line in told.values())
        self._keep({i: act for i, (act, _) in told.items()}, {i: line for i, (_, line) in told.items()})
        self._settle()
        return len(told)

    def _keep(self, acts: Mapping[ActId, Act], lines: Mapping[ActId, str]) -> None:
        self._acts |= acts
        self._database.executemany("INSERT INTO acts VALUES (?, ?) ON CONFLICT DO NOTHING", sorted(lines.items()))

    def _in_turn(self, said: Spoken) -> Utterance:
        """The word as it is logged: later than all that was said of its matter, whatever the clocks showed."""
        told = here(self._database, said)
        if told is None:
            raise NotInArchive(", ".join(passage.report_id for passage in passages_of(said)), "the archive")
        earlier = (a.at for a in self._acts.values() if isinstance(a, Utterance) and a.matter == told.matter)
        last = max(map(moment, earlier), default=None)
        if last is None or moment(said.at) > last:
            return told
        return replace(told, said=replace(said, at=(last + _TICK).isoformat(timespec="milliseconds")))

    def _settle(self) -> int:
        """Brings the tables to what is in force; the number of words that wait for reports."""
        told = [_localised(self._database, act) for act in in_force(self._acts).values()]
        corrections.replace_all(self._database, [one for one in told if isinstance(one, Correction)])
        rows.replace_judgements(self._database, [one for one in told if isinstance(one, Judgement)])
        return told.count(None)

    def _learn_what_was_never_logged(self) -> None:
        """Archives of before had no log, only what was in force."""
        if self._database.execute("DELETE FROM facts WHERE name = 'unlogged' RETURNING 1").fetchall():
            said: list[Spoken] = [*rows.judgements_of(self._database), *corrections.corrections_of(self._database)]
            acts = [act for one in said if (act := here(self._database, one))]
            lines = dict(map(line_of, acts))
            self._keep(dict(zip(lines, acts, strict=True)), lines)


def acts_of(database: Database) -> dict[ActId, Act]:
    """Every act that the archive knows of."""
    return dict(act_in(line) for (line,) in database.execute("SELECT line FROM acts ORDER BY id").fetchall())


def lines_of(database: Database) -> list[str]:
    """The log as the archive holds it, the earliest act first."""
    told = sorted(acts_of(database).items(), key=lambda pair: (moment(pair[1].at), pair[0]))
    return [line_of(act)[1] for _, act in told]


def here(database: Database, said: Spoken) -> Utterance | None:
    """The word with what its reports are known by anywhere; None: one of them is not here."""
    told = [_named(database, passage) for passage in passages_of(said)]
    found = [one for one in told if one]
    if len(found) < len(told):
        return None
    return Utterance(said, tuple(sha256 for sha256, _ in found), tuple(words for _, words in found))


def _named(database: Database, passage: Passage) -> tuple[str, str] | None:
    found = database.execute("SELECT sha256, text FROM reports WHERE id = ?", (passage.report_id,)).fetchone()
    return found and (found[0], _beginning(passage.span, found[1]))


def _beginning(span: Span, text: str) -> str:
    return text[span.start : min(span.end, span.start + _SHOWN)]


def _localised(database: Database, act: Utterance) -> Spoken | None:
    """The word with the ids that its reports have here; None: one of them is not here."""
    told = passages_of(act.said)
    ids = [database.execute("SELECT id FROM reports WHERE sha256 = ?", (sha256,)).fetchone() for sha256 in act.reports]
    if not all(ids):
        return None
    own = [replace(passage, report_id=found[0]) for passage, found in zip(told, ids, strict=True)]
    if isinstance(act.said, Judgement):
        return replace(act.said, one=own[0], other=own[1])
    return replace(act.said, where=own[0])
