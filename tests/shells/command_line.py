"""Running a command in this process, and two reports to run it on."""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from khabar.shells.cli import main

REPORT = "قال وزير النقل إن السفينة وصلت إلى ميناء عدن أمس. ونفت شركة الملاحة وصول السفينة."
SAME_MATTER = "نفت شركة الملاحة في بيان وصول السفينة إلى ميناء عدن، وقالت إنها غرقت."
FRENCH = "Le ministre a déclaré lundi que le navire avait atteint le port de la ville après un long voyage."


@dataclass(frozen=True)
class Told:
    """What a command said, and with which status it ended."""

    returncode: int
    stdout: str
    stderr: str


def run(*given: str | Path, **settings: str) -> Told:
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", ["khabar", *map(str, given)])
        for name, value in settings.items():
            patch.setenv(name, value)
        try:
            main()
            status: object = 0
        except SystemExit as end:
            status = end.code or 0
    assert isinstance(status, int)
    return Told(status, out.getvalue(), err.getvalue())
