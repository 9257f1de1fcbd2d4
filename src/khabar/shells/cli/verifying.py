"""`khabar verify`: the facts of an export, proved from the raw reports."""

from collections.abc import Sequence
from pathlib import Path

import typer

from khabar import verify


def verify_facts(export: Path, reports: Sequence[Path], *, as_json: bool) -> int:
    """Says what is proved from the raw reports; 1 with the first fact that is not."""
    missing = next((path for path in (export, *reports) if not path.exists()), None)
    if missing:
        raise typer.BadParameter(f"{missing} does not exist.")
    return verify.main([str(export), "--reports", *map(str, reports), *["--json"] * as_json])
