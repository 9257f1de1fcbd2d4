"""The terms and literals of Turtle and TriG."""

import re
from collections.abc import Iterable
from datetime import date

from khabar.values.span import Span

PREFIXES = {
    "dct": "http://purl.org/dc/terms/",
    "gaf": "http://groundedannotationframework.org/gaf#",
    "khabar": "urn:khabar:terms:",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_PLAIN = str.maketrans(_ESCAPES)
_NEVER = re.compile("[\x00\ud800-\udfff]")

Told = tuple[str, str | Iterable[str] | None]  # a predicate with its objects; None: nothing is told


def heading() -> str:
    """The prefixes."""
    return "".join(f"@prefix {name}: <{meaning}> .\n" for name, meaning in PREFIXES.items())


def iri(name: str) -> str:
    """A name of ours, or an address of the web, as a term."""
    return f"<{name}>"


def text(value: str, tag: str = "") -> str:
    """A literal, with the language that it is in."""
    return f'"{_NEVER.sub(chr(0xFFFD), value).translate(_PLAIN)}"{tag and f"@{tag}"}'


def day(value: date | None) -> str | None:
    """A literal for a day."""
    return f'"{value.isoformat()}"^^xsd:date' if value else None


def about(subject: str, *told: Told) -> str:
    """All that is told of one subject."""
    parts = [
        (predicate, (objects,) if isinstance(objects, str) else tuple(objects or ())) for predicate, objects in told
    ]
    said = " ;\n  ".join(f"{predicate} {', '.join(objects)}" for predicate, objects in parts if objects)
    return f"{subject} {said} .\n"


def selectors(span: Span, words: str | None) -> list[str]:
    """Where words stand, by their place and, if they are given, by themselves."""
    place = f"[ a oa:TextPositionSelector ; oa:start {span.start} ; oa:end {span.end} ]"
    return [place] if words is None else [place, f"[ a oa:TextQuoteSelector ; oa:exact {text(words)} ]"]
