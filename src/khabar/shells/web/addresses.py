"""Where each thing has its page: every view has an address that can be shared."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from khabar.shells.web.languages import Language
from khabar.values.reason import Passage


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one language's pages."""

    language: Language

    def start(self) -> str:
        """The first page."""
        return f"/{self.language}"

    def view(self, name: str, /, **asked: object) -> str:
        """A list or picture, such as `claims`, with what is asked of it."""
        return f"/{self.language}/{name}{_query(asked)}"

    def one(self, view: str, own_id: str, /, **asked: object) -> str:
        """One thing of a list, by its id."""
        return f"/{self.language}/{view}/{quote(own_id, safe='')}{_query(asked)}"

    def claim(self, own_id: str) -> str:
        """A claim with both its sides."""
        return self.one("claims", own_id)

    def report(self, own_id: str) -> str:
        """A report with its text."""
        return self.one("reports", own_id)

    def passage(self, passage: Passage) -> str:
        """Words in their report, marked there."""
        start, end = passage.span.start, passage.span.end
        return f"{self.one('reports', passage.report_id, at=f'{start}-{end}')}#at"

    def named(self, name: str) -> str:
        """Whoever bears the name."""
        return self.view("named", name=name)

    def switched(self, path: str, query: Mapping[str, str]) -> str:
        """The same page in the other language."""
        rest = path.partition(f"/{self.language}")[2]
        return f"/{self.language.other}{quote(rest)}{_query(query)}"

    def again(self, path: str, query: Mapping[str, str], /, **changed: object) -> str:
        """The same page, asked otherwise; None takes a question away."""
        return f"{quote(path)}{_query({**query, **changed})}"


def _query(asked: Mapping[str, object]) -> str:
    given = {name: value for name, value in asked.items() if value not in (None, "", False)}
    return f"?{urlencode(given)}" if given else ""
