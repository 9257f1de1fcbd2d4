"""Brings the words of the pages up to what the templates say: `make catalogues`. What is new waits for its Arabic."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

WEB = Path(__file__).parent.parent / "src" / "khabar" / "shells" / "web"
OPTIONS = {"extensions": "jinja2.ext.i18n", "newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "text": None, "ugettext": None}
WIDTH = 110  # letters of a line
# Babel's own rule for Arabic puts 11–99 after the hundreds; everybody else's is this one.
PLURALS = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"

Said = tuple[str | tuple[str, ...], str | None]


def main() -> None:
    """Both languages; words with a context stand for values, and stay as they are."""
    said = set(_said())
    for language in ("ar", "en"):
        path = WEB / "locale" / language / "LC_MESSAGES" / "khabar.po"
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
        _bring_up(catalogue, said, in_english=language == "en")
        with path.open("wb") as file:
            write_po(file, catalogue, width=WIDTH, sort_output=True)
        if language == "ar":
            path.write_text(_with_plurals(path.read_text(encoding="utf-8")), encoding="utf-8")
        waiting = [one.id for one in catalogue if one.id and not _is_whole(one.string)]
        print(f"{language}: {len(waiting)} without words", *waiting, sep="\n  ")


def _bring_up(catalogue: Catalog, said: set[Said], *, in_english: bool) -> None:
    for one in [one for one in catalogue if one.id and one.context is None and (one.id, None) not in said]:
        catalogue.delete(one.id)
    for words, context in sorted(said, key=str):
        if catalogue.get(words, context) is None:
            catalogue.add(words, words if in_english else "", context=context)


def _said() -> Iterator[Said]:
    for path in sorted(WEB.rglob("*.jinja")) + sorted(WEB.rglob("*.py")):
        method, options = ("jinja2.ext:babel_extract", OPTIONS) if path.suffix == ".jinja" else ("python", {})
        for _, words, _, context in extract_from_file(method, path, keywords=KEYWORDS, options=options):
            if words and all(words):
                yield words, context


def _is_whole(words: str | tuple[str, ...] | list[str]) -> bool:
    return all(words[1:]) if isinstance(words, tuple | list) else bool(words)


def _with_plurals(text: str) -> str:
    start, end = text.index('"Plural-Forms'), text.index('"MIME-Version')
    return f'{text[:start]}"Plural-Forms: {PLURALS}\\n"\n{text[end:]}'


if __name__ == "__main__":
    main()
