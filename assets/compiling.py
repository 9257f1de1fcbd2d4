"""What takes the time of reading, compiled to machine code by mypyc: for a wheel, or in place.

Hatchling makes the wheel a compiled one where HATCH_BUILD_HOOK_ENABLE_CUSTOM=true. `python assets/compiling.py SOURCE`
compiles a folder such as `src` in place, and with `--undo` takes that away again. The Python stays beside what is
compiled: tracebacks show it, and the versions of readings and of tables are made from it.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from contextlib import chdir
from hashlib import sha256
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # in place, nothing of Hatchling is needed
    BuildHookInterface = object

_NEEDS = ["mypy[mypyc]>=2.4,<3", "types-PyYAML"]
_ROOMS = ("language", "extraction")
_GROUP = "khabar_compiled"  # the library that holds the code of all modules
_STAMP = "khabar/compiled.txt"  # of what it was made
# Left as they are: English, of which mypyc cannot compile all, and the rules of dates, whose patterns take their time.
_LEFT = ("english", "_rules.py", "__init__.py")
# A compiled class has no place to keep such a value, and finds it anew each time that it is asked for.
_NEVER_KEPT = "@cached_property"


class CompiledWheel(BuildHookInterface):  # type: ignore[misc,valid-type]
    """Puts compiled modules into the wheel, which is then one for this system and this version of Python."""

    def dependencies(self) -> list[str]:
        """What compiles."""
        return _NEEDS

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the libraries to what the wheel holds; an installation in place is compiled by `make fast`."""
        if version == "editable":
            return
        self._made = Path(tempfile.mkdtemp())
        made = compiled(Path(self.root) / "src", self._made)
        build_data["force_include"].update({str(path): name for name, path in made.items()})
        build_data.update(pure_python=False, infer_tag=True)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Takes away what was made on the way."""
        if version != "editable":
            shutil.rmtree(self._made)


def compiled(source: Path, work: Path) -> dict[str, Path]:
    """The files of a compiled installation beside those of the source, by their names there."""
    source, work = source.resolve(), work.resolve()
    with chdir(source):  # mypyc calls modules by the way to them from here
        names = [name for name in _named(source) if _NEVER_KEPT not in Path(name).read_text(encoding="utf-8")]
        made = _built(names, work)
        (work / "stamp").write_text("".join(f"{_hash(Path(name))}  {name}\n" for name in names), encoding="utf-8")
    return {path.relative_to(made).as_posix(): path for path in sorted(made.rglob("*.*"))} | {_STAMP: work / "stamp"}


def _named(source: Path) -> list[str]:
    found = (path for room in _ROOMS for path in sorted((source / "khabar" / room).rglob("*.py")))
    names = [path.relative_to(source).as_posix() for path in found]
    return [name for name in names if not any(left in name for left in _LEFT)]


def _built(names: Iterable[str], work: Path) -> Path:
    from mypyc.build import mypycify
    from setuptools import Distribution

    sys.setrecursionlimit(10_000)  # a long condition is a deep tree
    os.environ["MYPYPATH"] = "."
    settings = f"--config-file={Path(__file__).resolve().parent.parent / 'pyproject.toml'}"
    modules = mypycify(
        [settings, *names],
        opt_level="3",
        debug_level="0",
        multi_file=True,
        group_name=_GROUP,
        target_dir=str(work / "c"),
    )
    command: Any = Distribution({"name": "khabar", "ext_modules": modules}).get_command_obj("build_ext")
    command.build_lib, command.build_temp = str(work / "made"), str(work / "objects")
    command.parallel = os.cpu_count()
    command.ensure_finalized()
    command.run()
    return work / "made"


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _in_place(source: Path) -> None:
    with tempfile.TemporaryDirectory() as work:
        made = compiled(source, Path(work))
        _undo(source)
        for name, path in made.items():
            shutil.copyfile(path, source / name)


def _undo(source: Path) -> None:
    (source / _STAMP).unlink(missing_ok=True)
    for kind in ("so", "pyd"):
        for path in source.rglob(f"*.{kind}"):
            path.unlink()


if __name__ == "__main__":
    (_undo if "--undo" in sys.argv else _in_place)(Path(sys.argv[1]))
