"""What `deploy/` starts is what the program understands."""

import re
import shlex
from pathlib import Path

import pytest
import typer
import yaml

from khabar.shells.cli.app import app

DEPLOY = Path(__file__).parents[1] / "deploy"
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def started_by_the_service() -> list[str]:
    started = re.search(r"^ExecStart=(.*)$", (DEPLOY / "khabar.service").read_text(), re.M)
    assert started
    return shlex.split(started[1])[1:]


def started_by_the_image() -> list[str]:
    started = re.search(r"^CMD (\[.*\])$", (DEPLOY / "Dockerfile").read_text(), re.M)
    assert started
    return list(yaml.safe_load(started[1]))


@pytest.mark.parametrize("started", [started_by_the_service(), started_by_the_image()])
def test_the_command_line_understands_how_it_is_started(started: list[str]) -> None:
    name, *given = started
    parsed = COMMANDS[name].make_context(name, given)
    assert str(parsed.params["archive"]).endswith("archive.khabar")
