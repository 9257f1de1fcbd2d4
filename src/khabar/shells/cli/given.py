"""What somebody says on the command line of the reports that come in."""

from dataclasses import dataclass
from datetime import date

import typer

from khabar.reports.told import SYNONYMS, Told
from khabar.reports.way import Columns


@dataclass(frozen=True, slots=True)
class Given:
    """What holds of all reports, and what the columns of tables are called."""

    told: Told
    columns: Columns


def given_by(outlet: str | None, published: date | None, title: str | None, columns: str | None) -> Given:
    """What the options say, for the reports that do not tell it themselves."""
    return Given(Told(outlet=outlet, published=published, title=title), columns_said(columns))


def columns_said(words: str | None) -> Columns:
    """`text=body,published=date` as fields with their columns."""
    pairs = [piece.partition("=") for piece in (words or "").split(",") if piece.strip()]
    for field, _, name in pairs:
        if field.strip() not in SYNONYMS or not name.strip():
            fields = ", ".join(SYNONYMS)
            raise typer.BadParameter(f"--columns: write FIELD=NAME,… with the fields {fields}; '{field}' is none.")
    return {field.strip(): name.strip() for field, _, name in pairs}
