"""A model behind any server that speaks OpenAI's chat completions."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from khabar.errors import CannotAsk
from khabar.proposing.endpoint import Endpoint
from khabar.proposing.model import Answer, Form, Json, Question, Spent
from khabar.proposing.posting import Broken, Line, Posted

_PATH = "/chat/completions"
# What servers answer that do not know a form of JSON; some of them fall over it.
_OTHER_FORM = (400, 404, 415, 422, 500, 501)
_LATER = (429, 500, 502, 503, 504)
_SHOWN = 200  # characters of what a server says of its error


@dataclass(frozen=True, slots=True)
class Manners:
    """How a server is treated that is busy or breaks off. Times are seconds."""

    tries: int = 5  # a server that is loading its model answers 503 for some seconds
    pause: float = 1.0  # before the second try; each further one waits twice as long
    patience: float = 120.0  # the longest wait that a server may ask for


@dataclass(slots=True)
class _Said:
    """Which settings the server took so far, so that it is not asked again for what it does not know."""

    form: Form = Form.SCHEMA
    renamed: dict[str, str | None] = field(default_factory=dict)  # None: left out


class HttpModel:
    """Asks a server, as plainly as it needs to be asked."""

    def __init__(
        self,
        endpoint: Endpoint,
        manners: Manners = Manners(),  # noqa: B008  it is frozen
        wait: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._endpoint = endpoint
        self._line = Line(endpoint)
        self._manners = manners
        self._wait = wait
        self._now = now
        self._said = _Said()

    def close(self) -> None:
        """Lets go of the server."""
        self._line.close()

    def answer(self, question: Question) -> Answer:
        """The answer; raises CannotAsk where there is none."""
        why, began = "", self._now()
        for attempt in range(self._manners.tries):
            later = 0.0
            try:
                posted = self._in_some_form(question)
                if posted.status == 200:
                    return self._read(posted, self._now() - began)
                why, later = _why(posted, self._endpoint), _seconds(posted.head.get("retry-after"))
                if posted.status not in _LATER:
                    raise CannotAsk(self._endpoint.address, why)
            except Broken as error:
                why = str(error)
            if later > self._manners.patience:
                raise CannotAsk(self._endpoint.address, f"{why}, and asks to come back in {later:.0f} seconds")
            if attempt + 1 < self._manners.tries:
                self._wait(max(later, self._manners.pause * 2.0**attempt))
        raise CannotAsk(self._endpoint.address, f"{why}, {self._manners.tries} times")

    def _in_some_form(self, question: Question) -> Posted:
        """The first answer that is no complaint about the form; that form is taken from then on."""
        forms = tuple(Form)
        first = None
        for form in forms[forms.index(self._said.form) :]:
            posted = self._in_form(question, form)
            if posted.status not in _OTHER_FORM:
                if posted.status == 200:
                    self._said.form = form
                return posted
            first = first or posted
        assert first  # there is one form at least
        return first

    def _in_form(self, question: Question, form: Form) -> Posted:
        """The answer; a setting that the server does not know is renamed or left out."""
        while True:
            asked = _request(question, form, self._endpoint.model)
            posted = self._line.post(_PATH, _as_taken(asked, self._said.renamed))
            unknown = _parameter_complained_of(posted)
            if unknown not in ("max_tokens", "temperature", "seed") or unknown in self._said.renamed:
                return posted
            self._said.renamed[unknown] = "max_completion_tokens" if unknown == "max_tokens" else None

    def _read(self, posted: Posted, seconds: float) -> Answer:
        try:
            said = json.loads(posted.body)
            choice = said["choices"][0]
            words = choice["message"]["content"] or ""
            if not isinstance(words, str):
                raise TypeError
        except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
            raise Broken("its answer is no chat completion") from error
        used = said.get("usage")
        tokens = used if isinstance(used, dict) else {}
        spent = Spent(_count(tokens.get("prompt_tokens")), _count(tokens.get("completion_tokens")), seconds)
        return Answer(words, self._said.form, choice.get("finish_reason") == "length", spent)


def _request(question: Question, form: Form, model: str) -> Json:
    given: Json = {
        "model": model,
        "messages": [{"role": turn.role, "content": turn.content} for turn in question.messages],
        "temperature": 0,
        "seed": 0,
        "max_tokens": question.longest,
        "stream": False,
    }
    if form is Form.SCHEMA:
        named = {"name": "reading", "strict": True, "schema": question.schema}
        given["response_format"] = {"type": form.value, "json_schema": named}
    elif form is Form.OBJECT:
        given["response_format"] = {"type": form.value, "schema": question.schema}  # llama.cpp's own way to bind it
    return given


def _as_taken(given: Json, renamed: Mapping[str, str | None]) -> Json:
    named = ((renamed.get(name, name), value) for name, value in given.items())
    return {name: value for name, value in named if name is not None}


def _parameter_complained_of(posted: Posted) -> str | None:
    told = _error_in(posted) if posted.status == 400 else {}
    name = told.get("param")
    return name if isinstance(name, str) else None


def _why(posted: Posted, endpoint: Endpoint) -> str:
    said = {
        401: "it wants a key: put it into KHABAR_MODEL_KEY",
        403: "it refuses this key",
        404: f"it has no model '{endpoint.model}', or the address wants its /v1",
    }
    if 300 <= posted.status < 400:
        return "it leads elsewhere: give the address that it leads to, if you trust it"
    told = _error_in(posted).get("message")
    words = " ".join(str(told).split()) if isinstance(told, str) else ""
    shown = "".join(c for c in words if c.isprintable())[:_SHOWN]
    if endpoint.key:
        shown = shown.replace(endpoint.key, "…")
    return said.get(posted.status, f"it answered {posted.status}") + (f" («{shown}»)" if shown else "")


def _error_in(posted: Posted) -> Mapping[str, Any]:
    try:
        told = json.loads(posted.body)
    except (ValueError, RecursionError):
        return {}
    error = told.get("error") if isinstance(told, dict) else None
    return error if isinstance(error, dict) else {"message": error}


def _count(given: object) -> int | None:
    return given if isinstance(given, int) and not isinstance(given, bool) and given >= 0 else None


def _seconds(said: str | None) -> float:
    """How long a server asks to wait; 0 where it names a day and hour, as servers of models do not."""
    return float(said.strip()[:9]) if said and said.strip().isascii() and said.strip()[:9].isdigit() else 0.0
