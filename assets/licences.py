"""Looks through a list of what a user installs (CycloneDX) for licences that may not be brought along."""

import json
import re
import sys
from pathlib import Path

# Permissive ones, and two that bind only their own files (MPL, LGPL), of libraries that are used as they are.
MAY = re.compile(r"MIT|BSD|Apache|ISC|PSF|Python|MPL|Unlicense|CC0|HPND|Zlib|LGPL", re.IGNORECASE)
MAY_NOT = re.compile(r"(?<!L)A?GPL|NonCommercial|CC-BY-NC|Proprietary|SSPL", re.IGNORECASE)


def main(given: Path) -> int:
    """The status: 1 if a component's licence is none that we know to be free to bring along."""
    parts = json.loads(given.read_text())["components"]
    told = {f"{part['name']} {part['version']}": _licences(part) for part in parts}
    wrong = {name: said for name, said in told.items() if not _may_be_brought(said)}
    for name, said in wrong.items():
        print(
            f"{name}: {' and '.join(said) or 'no licence is told'}: look whether it may be brought along",
            file=sys.stderr,
        )
    print(f"{given}: {len(told)} components, {len(wrong)} to be looked at")
    return 1 if wrong else 0


def _licences(part: dict[str, list[dict[str, dict[str, str] | str]]]) -> list[str]:
    named = []
    for one in part.get("licenses", []):
        licence = one.get("license")
        named.append(str(one["expression"] if licence is None else licence.get("id") or licence.get("name")))
    return named


def _may_be_brought(said: list[str]) -> bool:
    return any(MAY.search(one) for one in said) and not any(MAY_NOT.search(one) and " OR " not in one for one in said)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
