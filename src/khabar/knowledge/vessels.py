"""Ships of which the news need not say whose they are: the carrier Eisenhower."""

from functools import cache

from khabar.knowledge.files import entries

FILE = "world/vessels.yaml"


@cache
def flags() -> dict[str, str]:
    """The id of the country that a ship is of, by the first word of its name."""
    return {name.split()[0]: entry["country"] for entry in entries(FILE) for name in entry["names"]}
