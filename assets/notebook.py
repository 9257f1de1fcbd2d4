"""Runs the notebooks of examples/ in the folder of the demo's archive, and writes what their cells say into them.

khabar build demo/reports --archive demo.khabar && python assets/notebook.py demo.khabar examples/*.ipynb
"""

import ast
import contextlib
import io
import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

Cell = dict[str, Any]


def ran(notebook: Mapping[str, Any]) -> Iterator[tuple[Cell, str]]:
    """Each cell of code with what it prints and the value of its last line, as a kernel would show it in plain text."""
    names: dict[str, Any] = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            yield cell, _said("".join(cell["source"]), names)


def told(cell: Cell) -> str:
    """What the cell holds as its output."""
    return "".join(line for output in cell["outputs"] for line in output["data"]["text/plain"])


def _said(source: str, names: dict[str, Any]) -> str:
    body = ast.parse(source).body
    last = ast.Expression(body.pop().value) if body and isinstance(body[-1], ast.Expr) else None  # type: ignore[attr-defined]
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(ast.Module(body, []), "cell", "exec"), names)
        value = eval(compile(last, "cell", "eval"), names) if last else None
    return printed.getvalue() + ("" if value is None else repr(value))


def _written(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for number, (cell, said) in enumerate(ran(notebook), start=1):
        data = {"text/plain": said.splitlines(keepends=True)}
        result = {"output_type": "execute_result", "execution_count": number, "metadata": {}, "data": data}
        cell |= {"execution_count": number, "outputs": [result] if said else []}
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    paths = [Path(name).resolve() for name in sys.argv[2:]]
    os.chdir(Path(sys.argv[1]).resolve().parent)
    for path in paths:
        _written(path)
