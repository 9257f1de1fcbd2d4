"""Questions to an archive, and how their answers are shown."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from khabar.errors import NotInArchive
from khabar.shells.cli.answers.actors import actor_table
from khabar.shells.cli.answers.claims import claim_tree
from khabar.shells.cli.answers.contradictions import contradiction_tree
from khabar.shells.cli.answers.exchanges import FLAGS_MEAN, exchange_table, sum_table
from khabar.shells.cli.answers.lineage import copy_lines, lineage_tree
from khabar.shells.cli.answers.parts import called_in, counted
from khabar.shells.cli.answers.relations import partner_table, relation_answer
from khabar.shells.cli.answers.sentences import sentences
from khabar.shells.cli.answers.shown import answer
from khabar.shells.cli.answers.stories import story_tree
from khabar.shells.cli.answers.timeline import left_out, timeline_table
from khabar.shells.cli.paper import print_page
from khabar.shells.cli.printing import by_model, console, print_json, print_values
from khabar.store.archive import Archive
from khabar.store.values_as_json import to_json
from khabar.values.claim import Verdict
from khabar.values.event import GoodsCategory
from khabar.values.page import Page
from khabar.values.place import Place
from khabar.values.search import Filters
from khabar.views.about import is_known
from khabar.views.actors import actors as find_actors
from khabar.views.actors import actors_in_brief
from khabar.views.bench_format import conclusions
from khabar.views.claims import claims as find_claims
from khabar.views.contradictions import contradictions as find_contradictions
from khabar.views.exchanges import Asked, sums_of
from khabar.views.exchanges import exchanges as find_exchanges
from khabar.views.ledger_table import write_csv
from khabar.views.lineage import lineages as find_lineages
from khabar.views.relations import Partner, Relation, partners
from khabar.views.relations import relations as find_relations
from khabar.views.search import search as find_sentences
from khabar.views.shown import claim_shown, shown
from khabar.views.stories import stories as find_stories
from khabar.views.timeline import Kinds
from khabar.views.timeline import timeline as find_entries


@contextmanager
def opened(path: Place) -> Iterator[Archive]:
    """The archive to be read; what is not weighed yet is told of, and who read it where that is a language model."""
    with Archive.to_read(path) as archive:
        _say_what_is_not_weighed(archive)
        if model := archive.model():
            print(f"khabar: {archive.path}: {by_model(model)}", file=sys.stderr)
        yield archive


def _say_what_is_not_weighed(archive: Archive) -> None:
    number = len(archive.not_weighed())
    if number:
        are = "report is" if number == 1 else "reports are"
        print(f"khabar: {archive.path}: {number} {are} not weighed yet: build again", file=sys.stderr)


def status_of(archive: Archive, found: int, about: str | None) -> int:
    """0 for an answer, be it that there is none; 1 where nothing can be answered, which is told."""
    if found:
        return 0
    if archive.not_weighed() and not archive.has_conclusions():
        return 1  # what is to be done was told already
    if about and not is_known(archive, about):
        hint = "`khabar actors` shows who is spoken of, `khabar search` finds words"
        print(f"khabar: {archive.path}: nothing about '{about}'; {hint}", file=sys.stderr)
        return 1
    return 0


def kinds(*, everything: bool, undated: bool) -> Kinds:
    """What a timeline shows beside events with a date."""
    return Kinds(events_only=not everything, dated_only=not undated, as_reported=undated)


def timeline(
    path: Place,
    since: date | None,
    until: date | None,
    about: str | None,
    kinds: Kinds,
    limit: int,
    *,
    as_json: bool,
) -> int:
    """The timeline: of events with a date, or of more."""
    with opened(path) as archive:
        found = find_entries(archive, since, until, about, kinds, limit=None if as_json else limit)
        undated = replace(kinds, dated_only=False)
        wanted = find_entries(archive, since, until, about, undated, limit=0).total if kinds.dated_only else found.total
        if status := status_of(archive, wanted, about):
            return status
        if as_json:
            print_values(found)
            return 0
        table = timeline_table(found, called_in(archive))
    out = console()
    out.print(table, counted(found.total, "event", limit))
    if found.total < wanted:
        out.print(left_out(wanted - found.total))
    return 0


def claims(path: Place, about: str | None, verdict: Verdict | None, limit: int, *, as_json: bool) -> int:
    """The claims; as JSON in the form that the bench scores."""
    with opened(path) as archive:
        found = find_claims(archive, about, verdict, limit=None if as_json else limit)
        if status := status_of(archive, found.total, about):
            return status
        if as_json:
            print_json(conclusions(found, archive.copies()))
            return 0
        out, called = console(), called_in(archive)
        for claim in found:
            out.print(claim_tree(claim_shown(archive, claim), called, whole_sentences=False))
        if not (about or verdict):
            copies = archive.copies(limit)
            out.print(copy_lines(copies))
            if len(copies) < copies.total:
                out.print(counted(copies.total, "copied text", len(copies)))
        out.print(counted(found.total, "claim", limit))
    return 0


def contradictions(path: Place, about: str | None, story: str | None, limit: int, *, as_json: bool) -> int:
    """What the reports differ on."""
    with opened(path) as archive:
        found = find_contradictions(archive, about, story, limit=None if as_json else limit)
        if status := status_of(archive, found.total, about):
            return status
        if story and not archive.stories_where(begun=story, limit=1):
            raise NotInArchive(story, str(path))
        called = called_in(archive)
        trees = () if as_json else tuple(contradiction_tree(one, called) for one in found)
    if as_json:
        print_values(found)
    else:
        out = console()
        out.print(*trees, sep="\n")
        out.print(counted(found.total, "difference", limit))
    return 0


def stories(path: Place, about: str | None, limit: int, *, as_json: bool) -> int:
    """Which reports belong together."""
    with opened(path) as archive:
        found = find_stories(archive, about, limit=None if as_json else limit)
        if status := status_of(archive, found.total, about):
            return status
    if as_json:
        print_values(found)
    else:
        out = console()
        out.print(*(story_tree(one) for one in found), sep="\n")
        out.print(counted(found.total, "story", limit))
    return 0


def lineage(path: Place, asked: str | None, limit: int, *, as_json: bool) -> int:
    """Who copied whom."""
    with opened(path) as archive:
        found = find_lineages(archive, asked, str(path), limit=None if as_json else limit)
        if status := status_of(archive, found.total, None):
            return status
    if as_json:
        print_values(found)
    else:
        out = console()
        out.print(*(lineage_tree(one) for one in found), sep="\n")
        out.print(counted(found.total, "lineage", limit))
    return 0


def actors(path: Place, about: str | None, limit: int, *, as_json: bool) -> int:
    """The actors."""
    with opened(path) as archive:
        found = actors_in_brief(archive, about, limit=limit)
        if status := status_of(archive, found.total, about):
            return status
        if as_json:
            print_values(find_actors(archive, about))
        else:
            console().print(actor_table(found), counted(found.total, "actor", limit))
    return 0


def asked(
    about: str | None,
    between: tuple[str, str] | None,
    goods: GoodsCategory | None,
    since: date | None,
    until: date | None,
    *,
    flagged: bool,
) -> Asked:
    """What of the ledger is wanted."""
    return Asked(about, between, goods, since, until, flagged)


def exchanges(path: Place, asked: Asked, limit: int, *, as_json: bool, as_csv: bool) -> int:
    """The exchanges, with what was told of them in all."""
    with opened(path) as archive:
        found = find_exchanges(archive, asked, limit=None if as_json or as_csv else limit)
        totals = () if as_csv else sums_of(archive, asked)
        for name in (asked.about, *(asked.between or ())):
            if status := status_of(archive, found.total, name):
                return status
    if as_json:
        print_json({"exchanges": [to_json(one) for one in found], "sums": [to_json(one) for one in totals]})
    elif as_csv:
        write_csv(found, sys.stdout)
    else:
        out = console()
        out.print(exchange_table(found), counted(found.total, "exchange", limit))
        if totals:
            out.print(sum_table(totals))
        if any(one.flags for one in found):
            out.print(FLAGS_MEAN)
    return 0


def relations(
    path: Place, one: str, other: str | None, since: date | None, until: date | None, limit: int, *, as_json: bool
) -> int:
    """What passes between two, or between one and everybody."""
    with opened(path) as archive:
        found: Page[Relation] | Page[Partner]
        if other or as_json:
            found = find_relations(archive, one, other, since, until, dealings=None if as_json else limit)
        else:
            found = partners(archive, one, since, until, limit=limit)
        for name in (one, other):
            if status := status_of(archive, found.total, name):
                return status
    if as_json:
        print_values(found)
    elif other:
        console().print(*(relation_answer(each) for each in found if isinstance(each, Relation)), sep="\n")
    else:
        console().print(partner_table(found), counted(found.total, "partner", limit))
    return 0


def show(path: Place, asked: str, limit: int, *, as_json: bool) -> None:
    """Whatever bears the id."""
    with opened(path) as archive:
        found = shown(archive, asked, str(path), limit=None if as_json else limit)
        if as_json:
            print_json(to_json(found))
        else:
            console().print(answer(found, called_in(archive)))


def search(path: Place, words: str, filters: Filters, limit: int, *, as_json: bool) -> None:
    """The sentences with these words."""
    with opened(path) as archive:
        found = find_sentences(archive, words, filters, limit=limit)
    if as_json:
        print_values(found)
    else:
        console().print(sentences(found), counted(found.total, "sentence", limit))


def dossier(
    path: Place,
    output: Path,
    about: str | None,
    between: tuple[str, str] | None,
    since: date | None,
    until: date | None,
) -> int:
    """The page for mailing."""
    from khabar.views.dossier import Options, dossier_html  # here: it loads a template engine

    with opened(path) as archive:
        for name in between or (about,):
            if status := status_of(archive, find_claims(archive, name, limit=0).total, name):
                return status
        page = dossier_html(archive, Options(about=about, between=between, since=since, until=until))
    if output.suffix.lower() == ".pdf":
        print_page(page, output)
    else:
        output.write_text(page, encoding="utf-8")
    print(output)
    return 0
