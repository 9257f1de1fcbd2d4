"""What an assistant is told back: answers as short as they can be, and what was wrong with a question in words."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import wraps
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, TextContent, Tool
from pydantic import ValidationError

from khabar.errors import KhabarError, NotInArchive
from khabar.shells.mcp.tools import Part

_NAMES = ("about", "name", "one", "other", "between")  # the fields that take names
_IDS = "search_claims, timeline and actor show the ids; search_reports finds words and names their reports."
_LONGEST = 4000  # letters of what is asked for in one field, as of an address
_TOLD = 40  # letters of a field's name, and names, that a tool does not take


class PlainServer(MCPServer[Any]):
    """A server that refuses fields that a tool does not have: one misspelled would ask for everything.

    What is not told is left out of its answers, and the forms that it gives of them say that it may be.
    """

    async def list_tools(self) -> list[Tool]:
        """The tools, with the form of what each answers."""
        tools = await super().list_tools()
        return [tool.model_copy(update={"output_schema": _with_gaps(tool.output_schema)}) for tool in tools]

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
        """The answer without what is empty in it, on one line."""
        takes = {tool.name: tuple(tool.input_schema["properties"]) for tool in await self.list_tools()}
        if unknown := [given for given in arguments if given not in takes.get(name, arguments)]:
            told_of = ", ".join(given[:_TOLD] for given in unknown[:_TOLD])
            raise ToolError(f"{name} takes no {told_of}. It takes {', '.join(takes[name]) or 'nothing'}.")
        if long := [given for given, value in arguments.items() if _length(value) > _LONGEST]:
            raise ToolError(f"{', '.join(long)}: more than {_LONGEST} letters. Ask with fewer words.")
        try:
            told = await super().call_tool(name, arguments, context)
        except ToolError as error:
            if isinstance(error.__cause__, ValidationError):
                raise ToolError("\n".join(_wrong(error.__cause__))) from error.__cause__
            raise
        if isinstance(told, CallToolResult) and told.structured_content is not None:
            text = json.dumps(_filled(told.structured_content), ensure_ascii=False, separators=(",", ":"))
            content: Any = [TextContent(type="text", text=text)]
            return told.model_copy(update={"content": content, "structured_content": _told(told.structured_content)})
        return told


def in_plain_words(
    tool: Callable[..., Any], strangers: Callable[[Iterable[str]], tuple[str, ...]]
) -> Callable[..., Any]:
    """The same; what it says no to, and that it found nothing, reaches the assistant in words."""

    @wraps(tool)
    def told(*given: Any, **asked: Any) -> Any:
        try:
            answer = tool(*given, **asked)
        except NotInArchive as error:
            raise ToolError(f"{error.plainly}\n{_IDS}") from error
        except KhabarError as error:
            raise ToolError(str(error)) from error
        if isinstance(answer, Part) and not getattr(answer, "items", ()):
            return replace(answer, hint=_hint(answer.total, strangers(_names_in(asked))))
        return answer

    return told


def _names_in(asked: Mapping[str, Any]) -> Iterable[str]:
    for field in _NAMES:
        given = asked.get(field) or ()
        yield from (given,) if isinstance(given, str) else given


def _length(value: Any) -> int:
    """The letters of a text, or of all in a list."""
    if isinstance(value, list):
        return sum(map(_length, value))
    return len(value) if isinstance(value, str) else 0


def _hint(total: int, strangers: tuple[str, ...]) -> str:
    if total:
        return f"There are {total} in all: the offset leaves all of them out."
    if strangers:
        return (
            f"No one here is called {', '.join(strangers)}. Names are found as the reports write them, mostly in"
            " Arabic letters, and by the English ones that Khabar knows; a Wikidata id (Q159) works too."
            " search_reports finds words."
        )
    return "Nothing here is all that was asked for: ask with fewer fields or a wider time; overview tells which days."


def _wrong(error: ValidationError) -> Iterable[str]:
    for one in error.errors(include_url=False):
        yield f"{'.'.join(map(str, one['loc']))}: {one['msg']}."


def _with_gaps(schema: Any) -> Any:
    """The form of a value in which fields that may be null may also be left out."""
    if isinstance(schema, list):
        return [_with_gaps(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    form = {name: _with_gaps(one) for name, one in schema.items()}
    if isinstance(form.get("required"), list):
        form["required"] = [name for name in form["required"] if not _may_be_null(form["properties"][name])]
    return form


def _may_be_null(schema: Mapping[str, Any]) -> bool:
    return {"type": "null"} in schema.get("anyOf", ())


def _told(value: Any) -> Any:
    """The value without fields that are null."""
    if isinstance(value, dict):
        return {name: _told(one) for name, one in value.items() if one is not None}
    return [_told(one) for one in value] if isinstance(value, list) else value


def _filled(value: Any) -> Any:
    """The value without fields that hold nothing; a nought, a no and an empty list of items are told."""
    if isinstance(value, dict):
        kept = {name: _filled(one) for name, one in value.items()}
        return {name: one for name, one in kept.items() if name == "items" or one not in (None, "", [], {})}
    return [_filled(one) for one in value] if isinstance(value, list) else value
