"""Digests as JSON and back: a build decodes those of the whole archive, so each field has its own short form."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from sys import intern
from typing import Any

from khabar.errors import BadForm
from khabar.resolution.appearances import Appearances
from khabar.values.entity import Entity, Kind, Role
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.weighing.digest import Credit, Digest, digest_of
from khabar.weighing.shelf import Shelf

Made = tuple[str, str]  # the mark of a digest, and the digest in one line
Make = Callable[[Shelf, Iterable[str]], Iterable[Made]]  # those of the reports with these ids, in their order


def make(shelf: Shelf, reports: Iterable[str]) -> Iterator[Made]:
    """The digest of each of these reports, worked out here."""
    return (made(*shelf.read(report)) for report in reports)


def made(report: Report, reading: Reading) -> Made:
    """The digest of a report as it is kept."""
    digest = digest_of(report, reading)
    return digest.mark, digest_as_text(digest)


def digest_as_text(digest: Digest) -> str:
    """The digest in one line, but for its mark: two that bear on others alike have the same."""
    told = digest.appearances
    return json.dumps(
        [
            [digest.report, digest.sha256, digest.text, digest.outlet, digest.title],
            digest.published and digest.published.isoformat(),
            " ".join(digest.words),
            digest.times,
            digest.titled,
            b64encode(digest.shingles).decode(),
            [_entity_as_list(e) for e in told.entities],
            told.speakers,
            told.titles,
            [[c.key, c.item, c.name, c.mention.start, c.mention.end] for c in digest.media],
            digest.language,
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def digest_in(text: str, mark: str) -> Digest:
    """The digest of that mark in a line; raises BadForm where it is none."""
    try:
        head, day, words, times, titled, shingles, entities, speakers, titles, media, language = json.loads(text)
        report, sha256, own_text, outlet, title = head
        published = date.fromisoformat(day) if day else None
        told = Appearances(
            report,
            published,
            tuple([_entity_in(e) for e in entities]),
            tuple(speakers),
            tuple([(entity_id, tuple(words)) for entity_id, words in titles]),
        )
        return Digest(
            report,
            sha256,
            mark,
            own_text,
            published,
            outlet,
            title,
            tuple(map(intern, words.split())),
            tuple(times),
            tuple(titled),
            b64decode(shingles, validate=True),
            told,
            tuple([Credit(key, item, name, Span(start, end)) for key, item, name, start, end in media]),
            language,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise BadForm("Digest", text[:120]) from wrong


def _entity_as_list(entity: Entity) -> list[Any]:
    mentions = [at for span in entity.mentions for at in (span.start, span.end)]
    roles = [[r.span.start, r.span.end, r.of, r.former] for r in entity.roles]
    known = (entity.wikidata, entity.of, entity.known_as, entity.rule)
    return [entity.id, entity.name, entity.kind.value, mentions, *known, roles]


def _entity_in(told: list[Any]) -> Entity:
    own_id, name, kind, mentions, wikidata, of, known_as, rule, roles = told
    spans = tuple([Span(mentions[at], mentions[at + 1]) for at in range(0, len(mentions), 2)])
    offices = tuple([Role(Span(start, end), body, former) for start, end, body, former in roles])
    # what many reports tell alike is held once: their digests lie in memory together
    ids = _once(wikidata), _once(of), offices, _once(known_as)
    return Entity(intern(own_id), intern(name), _KINDS[kind], spans, *ids, intern(rule))


def _once(word: str | None) -> str | None:
    return word and intern(word)


_KINDS = {kind.value: kind for kind in Kind}
