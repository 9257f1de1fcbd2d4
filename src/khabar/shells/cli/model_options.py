"""The options of the commands that a language model may read for."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

WINDOW = 6000  # characters
SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which model, where, and how."""

    address: str
    model: str
    price: str | None = None
    window: int = WINDOW
    seconds: float = SECONDS
    cache: Path | None = None  # None: where the system wants it


class ReadBy(StrEnum):
    """Who reads."""

    RULES = "rules"
    LLM = "llm"


_PANEL = "With --reader llm"
Reads = Annotated[ReadBy, typer.Option("--reader", help="Who reads: Khabar's rules, or a language model of yours.")]
ModelUrl = Annotated[
    str | None,
    typer.Option(
        envvar="KHABAR_MODEL_URL",
        metavar="URL",
        help="Where it answers, as OpenAI's: http://127.0.0.1:8080/v1",
        rich_help_panel=_PANEL,
    ),
]
ModelName = Annotated[
    str | None,
    typer.Option("--model", envvar="KHABAR_MODEL", metavar="NAME", help="What it is called.", rich_help_panel=_PANEL),
]
ModelPrice = Annotated[
    str | None,
    typer.Option(metavar="IN,OUT", help="The price of a million tokens, to show the cost.", rich_help_panel=_PANEL),
]
ModelWindow = Annotated[
    int | None, typer.Option(min=500, metavar="N", help="Characters it is asked about at once.", rich_help_panel=_PANEL)
]
ModelSeconds = Annotated[
    float | None, typer.Option(min=1, metavar="N", help="How long one answer may take.", rich_help_panel=_PANEL)
]
ModelCache = Annotated[
    Path | None,
    typer.Option(
        envvar="KHABAR_MODEL_CACHE",
        metavar="FOLDER",
        help="Where its answers are kept.",
        rich_help_panel=_PANEL,
    ),
]


def wanted(  # one argument for each option
    reader: ReadBy,
    address: str | None,
    model: str | None,
    price: str | None,
    window: int | None,
    seconds: float | None,
    cache: Path | None,
) -> Wanted | None:
    """The model that is to read; None: the rules are. Not understood where nobody says which model, and where."""
    if reader is ReadBy.RULES:
        return None
    if not address or not model:
        raise typer.BadParameter("--reader llm: say where with --model-url and which with --model")
    return Wanted(address, model, price, window or WINDOW, seconds or SECONDS, cache)
