"""Questions to an archive, and how their answers are shown."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from khabar.shells.cli import answers
from khabar.shells.cli.printing import console, print_json, print_values
from khabar.store.archive import Archive
from khabar.store.values_as_json import to_json
from khabar.values.claim import Verdict
from khabar.views.actors import actors as find_actors
from khabar.views.bench_format import conclusions
from khabar.views.claims import claims as find_claims
from khabar.views.exchanges import exchanges as find_exchanges
from khabar.views.search import search as find_sentences
from khabar.views.shown import claim_shown, shown
from khabar.views.timeline import timeline as find_entries


@contextmanager
def _opened(path: Path) -> Iterator[Archive]:
    with Archive.to_read(path) as archive:
        if archive.weighed_by() is None:
            print(f"khabar: {path}: a build was stopped here; `khabar build` goes on with it", file=sys.stderr)
        yield archive


def timeline(
    path: Path,
    since: date | None,
    until: date | None,
    about: str | None,
    limit: int,
    *,
    everything: bool,
    as_json: bool,
) -> None:
    """The timeline: of events, or of everything that is claimed."""
    with _opened(path) as archive:
        entries = find_entries(archive, since, until, about)
    if not everything:
        entries = tuple(entry for entry in entries if entry.type)
    if as_json:
        print_values(entries)
    else:
        console().print(answers.entries(entries[:limit]), answers.counted(len(entries), "event", limit))


def claims(path: Path, about: str | None, verdict: Verdict | None, limit: int, *, as_json: bool) -> None:
    """The claims; as JSON in the form that the bench scores."""
    with _opened(path) as archive:
        found = find_claims(archive, about, verdict)
        if as_json:
            print_json(conclusions(found, archive.weighed().copies))
            return
        out = console()
        for claim in found[:limit]:
            out.print(answers.claim(claim_shown(archive, claim), whole_sentences=False))
        if not (about or verdict):
            out.print(answers.copies(archive.weighed().copies))
        out.print(answers.counted(len(found), "claim", limit))


def actors(path: Path, about: str | None, limit: int, *, as_json: bool) -> None:
    """The actors."""
    with _opened(path) as archive:
        found = find_actors(archive, about)
    if as_json:
        print_values(found)
    else:
        console().print(answers.actors(found[:limit]), answers.counted(len(found), "actor", limit))


def exchanges(path: Path, about: str | None, limit: int, *, as_json: bool) -> None:
    """The exchanges."""
    with _opened(path) as archive:
        found = find_exchanges(archive, about)
    if as_json:
        print_values(found)
    else:
        console().print(answers.exchanges(found[:limit]), answers.counted(len(found), "exchange", limit))


def show(path: Path, asked: str, *, as_json: bool) -> None:
    """Whatever bears the id."""
    with _opened(path) as archive:
        found = shown(archive, asked, str(path))
    if as_json:
        print_json(to_json(found))
    else:
        console().print(answers.anything(found))


def search(path: Path, words: str, limit: int, *, as_json: bool) -> None:
    """The sentences with these words."""
    with _opened(path) as archive:
        found = find_sentences(archive, words, limit)
    if as_json:
        print_values(found)
    else:
        console().print(answers.sentences(found), answers.counted(len(found), "sentence"))


def dossier(path: Path, output: Path, about: str | None, since: date | None, until: date | None) -> None:
    """The page for mailing."""
    from khabar.views.dossier import Options, dossier_html  # here: it loads a template engine

    with _opened(path) as archive:
        page = dossier_html(archive, Options(about=about, since=since, until=until))
    output.write_text(page, encoding="utf-8")
    print(output)
