"""Files in stores that Spark reads by their addresses, such as object storage: listed here, opened by who reads."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from khabar.cluster.rows import line_of
from khabar.reports.found import is_ignored, is_side_file
from khabar.reports.limits import MEGABYTE, in_words
from khabar.values.report import Unreadable

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://?")
_LARGEST = 1024 * MEGABYTE  # bytes: each is held whole, and Spark holds no more than twice as many in a cell


def is_address(source: str) -> bool:
    """Whether it is to be read by Spark, and is no path of this machine."""
    return _ADDRESS.match(source) is not None


def listed_at(spark: Any, address: str) -> Iterator[tuple[str | None, str | None]]:
    """The address of every file there, in the order of the names, or why it cannot be had."""
    from pyspark.errors import AnalysisException

    try:
        found = _files(spark, [address]).select("path", "length").collect()
    except AnalysisException:
        yield None, line_of(Unreadable(address, "there is no such file or folder"))
        return
    for path, length in sorted(found, key=lambda file: file[0].split("/")):
        name = path.rpartition("/")[2]
        if length > _LARGEST:
            reason = f"a file of more than {in_words(_LARGEST)} in a store: give it in parts"
            yield None, line_of(Unreadable(path, reason))
        elif path == address or not (is_ignored(name) or is_side_file(name)):
            yield path, None


def contents_at(spark: Any, addresses: Sequence[str], places: Mapping[str, int]) -> Any:
    """A table of FOUND with the bytes of the files of these places."""
    from pyspark.sql.functions import broadcast

    wanted = broadcast(spark.createDataFrame(list(places.items()), "path string, file bigint"))
    files = _files(spark, addresses).where(f"length <= {_LARGEST}").join(wanted, "path")
    return files.selectExpr(
        "file", "cast(path as binary) source", "cast(null as binary) path", "content", "cast(null as string) refused"
    )


def _files(spark: Any, addresses: Sequence[str]) -> Any:
    return spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(list(addresses))
