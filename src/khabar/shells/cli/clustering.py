"""`khabar build --on`: the same build, its reports read on a cluster."""

from collections.abc import Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from khabar.errors import MissingPart
from khabar.reports.standard_input import NAMES
from khabar.shells.cli.building import PATIENCE, tell, watched
from khabar.shells.cli.given import Given
from khabar.shells.cli.model_options import Wanted
from khabar.store.archive import Archive
from khabar.values.place import Place
from khabar.workers.bounds import Crew

if TYPE_CHECKING:
    from khabar.cluster.building import Cluster


def place(
    on: str, parts: str | None, archive: Place, sources: Sequence[str], crew: Crew, by: Wanted | None
) -> "Cluster":
    """The cluster that is meant; what goes together with none is not understood."""
    if set(NAMES) & set(sources):
        raise typer.BadParameter("--on reads what all machines can open: write the input into a file")
    if by is not None:
        raise typer.BadParameter("--on reads by rules: leave out --reader")
    if crew.number is not None:
        raise typer.BadParameter("--workers: how many processes read is for the cluster to say, as in --on local[2,4]")
    if parts is None and not isinstance(archive, Path):
        raise typer.BadParameter("--on with an archive on a server: name a folder that all machines see by --parts")
    if find_spec("pyspark") is None or find_spec("pyarrow") is None:
        raise MissingPart("--on", "spark")
    from khabar.cluster.building import Cluster

    return Cluster(on, parts or f"{Path(str(archive)).absolute()}.parts")


def build_archive_on(
    cluster: "Cluster",
    path: Place,
    sources: Sequence[str],
    given: Given,
    crew: Crew,
    *,
    strict: bool,
    as_json: bool,
) -> int:
    """Builds, and says what was done; 1 if nothing that came in could be read, or not all where it must, else 0."""
    from khabar.cluster.building import build_on
    from khabar.cluster.intake import Intake

    intake = Intake(given.told, given.columns, date.today())
    with Archive.to_write(path, PATIENCE) as archive:
        built, watcher = watched(lambda seen: build_on(cluster, archive, sources, intake, seen, crew.bounds))
    return tell(path, built, watcher, strict=strict, as_json=as_json)
