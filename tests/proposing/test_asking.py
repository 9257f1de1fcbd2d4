"""Servers of models, well and badly behaved: what is sent, what is taken, and when it is given up."""

import json

import pytest
from model_server import ModelServer, completion, cut_off, dripping, endless, fails, knows_only, says, silent

from khabar.errors import CannotAsk
from khabar.proposing.asking import HttpModel, Manners
from khabar.proposing.endpoint import endpoint_at
from khabar.proposing.model import Answer, Form, Message, Question

ABOUT = Question((Message("system", "اقرأ"), Message("user", "النص")), {"type": "object"}, 50)


def ask(server: ModelServer, key: str | None = None, patience: float = 5.0, tries: int = 3) -> Answer:
    waits: list[float] = []
    endpoint = endpoint_at(server.address, "small", key, patience)
    model = HttpModel(endpoint, Manners(tries=tries), wait=waits.append)
    try:
        return model.answer(ABOUT)
    finally:
        model.close()
        server.waits = waits  # type: ignore[attr-defined]


def waits(server: ModelServer) -> list[float]:
    return server.waits  # type: ignore[attr-defined,no-any-return]


def test_the_schema_is_asked_for_and_the_answer_comes_with_its_tokens(server: ModelServer) -> None:
    server.replies = [says('{"entities": []}')]
    found = ask(server, key="sk-abc")
    assert (found.words, found.form, found.cut) == ('{"entities": []}', Form.SCHEMA, False)
    assert (found.spent.tokens_in, found.spent.tokens_out) == (100, 10)
    (given,) = server.asked
    assert given["response_format"]["json_schema"]["schema"] == {"type": "object"}
    assert given["messages"][0] == {"role": "system", "content": "اقرأ"}
    assert (given["temperature"], given["max_tokens"], given["stream"]) == (0, 50, False)
    assert server.heads[0]["Authorization"] == "Bearer sk-abc"


def test_without_a_key_none_is_sent(server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    server.replies = [says("{}")]
    ask(server)
    assert "Authorization" not in server.heads[0]


@pytest.mark.parametrize("status", [400, 422, 500, 501])
@pytest.mark.parametrize(("form", "tried"), [("json_object", 2), ("plain", 3)])
def test_a_server_that_does_not_know_a_form_is_asked_in_the_next(
    server: ModelServer, form: str, tried: int, status: int
) -> None:
    server.replies = [knows_only(form, says("{}"), status)]
    assert ask(server).form.value == form
    assert server.forms() == ["json_schema", "json_object", "plain"][:tried]


def test_the_form_that_a_server_took_is_kept_for_the_next_question(server: ModelServer) -> None:
    server.replies = [knows_only("plain", says("{}"))]
    model = HttpModel(endpoint_at(server.address, "small"))
    model.answer(ABOUT)
    model.answer(ABOUT)
    model.close()
    assert server.forms() == ["json_schema", "json_object", "plain", "plain"]


def test_a_setting_that_a_server_does_not_know_is_left_out_or_renamed(server: ModelServer) -> None:
    wrong = [{"message": "unsupported", "param": name} for name in ("max_tokens", "temperature")]
    server.replies = [*(fails(400, said) for said in wrong), says("{}")]
    assert ask(server).form is Form.SCHEMA
    last = server.asked[-1]
    assert last["max_completion_tokens"] == 50
    assert {"max_tokens", "temperature"} & set(last) == set()


def test_a_busy_server_is_asked_again_after_the_time_that_it_names(server: ModelServer) -> None:
    server.replies = [fails(429, "busy", Retry_After="7"), fails(503, "loading"), says("{}")]
    assert ask(server).words == "{}"
    assert waits(server) == [7.0, 2.0]
    assert server.forms() == ["json_schema"] * 3


def test_a_server_that_asks_for_an_hour_is_not_waited_for(server: ModelServer) -> None:
    server.replies = [fails(429, "quota", Retry_After="3600")]
    with pytest.raises(CannotAsk, match="come back in 3600 seconds"):
        ask(server)
    assert waits(server) == []


@pytest.mark.parametrize(
    ("status", "why"),
    [(401, "KHABAR_MODEL_KEY"), (403, "refuses this key"), (404, "no model 'small'"), (418, "it answered 418")],
)
def test_what_no_second_try_would_mend_ends_at_once(server: ModelServer, status: int, why: str) -> None:
    server.replies = [fails(status, {"message": "no"})]
    with pytest.raises(CannotAsk, match=why):
        ask(server)
    assert waits(server) == []


def test_a_redirection_is_not_followed_with_the_report_and_the_key(server: ModelServer) -> None:
    server.replies = [lambda asked: asked.say(b"", 307, Location=server.address + "/elsewhere")]
    with pytest.raises(CannotAsk, match="leads elsewhere"):
        ask(server, key="sk-abc")
    assert (len(server.asked), server.gone_astray) == (1, [])


def test_a_server_cannot_have_the_key_or_signs_shown_in_its_error(server: ModelServer) -> None:
    server.replies = [fails(418, {"message": "bad key sk-abc \x1b[31m" + "x" * 500})]
    with pytest.raises(CannotAsk) as told:
        ask(server, key="sk-abc")
    assert "sk-abc" not in str(told.value)
    assert "\x1b" not in str(told.value)
    assert len(str(told.value)) < 400


def test_no_server_at_the_address_is_told_at_once() -> None:
    model = HttpModel(endpoint_at("http://127.0.0.1:9/v1", "small"), wait=lambda _: pytest.fail("it waited"))
    with pytest.raises(CannotAsk, match="no server answers there"):
        model.answer(ABOUT)


@pytest.mark.parametrize("broken", [cut_off, silent, dripping], ids=lambda reply: reply.__name__)
def test_an_answer_that_breaks_off_or_never_ends_is_tried_again_and_given_up(
    server: ModelServer, broken: object
) -> None:
    server.replies = [broken]  # type: ignore[list-item]
    with pytest.raises(CannotAsk, match="2 times"):
        ask(server, patience=1.0, tries=2)
    assert len(server.asked) == 2


def test_an_endless_answer_is_not_taken_in(server: ModelServer) -> None:
    server.replies = [endless]
    with pytest.raises(CannotAsk, match="more than 8 MB"):
        ask(server)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"<html>no</html>",
        b"[]",
        b'{"choices": []}',
        b'{"choices": [{"message": {"content": ["x"]}}]}',
        b'{"choices": "x"}',
        b"[" * 200_000,
        b"\xff\xfe",
    ],
    ids=["html", "list", "no-choice", "parts", "letters", "deep", "bytes"],
)
def test_an_answer_that_is_no_chat_completion_is_given_up(server: ModelServer, body: bytes) -> None:
    server.replies = [lambda asked: asked.say(body)]
    with pytest.raises(CannotAsk, match="no chat completion, 2 times"):
        ask(server, tries=2)


@pytest.mark.parametrize("usage", [{"prompt_tokens": "many"}, [], {"prompt_tokens": -1, "completion_tokens": True}, 3])
def test_tokens_that_are_no_numbers_are_not_told(server: ModelServer, usage: object) -> None:
    server.replies = [lambda asked: asked.say(completion("{}", usage=usage))]
    assert (ask(server).spent.tokens_in, ask(server).spent.tokens_out) == (None, None)


def test_an_answer_that_reached_its_longest_says_so(server: ModelServer) -> None:
    server.replies = [says('{"entities": [', ended="length")]
    assert ask(server).cut


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("127.0.0.1:8080", "no address of a server"),
        ("file:///etc/passwd", "no address of a server"),
        ("http://", "no address of a server"),
        ("http://host:99999/v1", "no address of a server"),
        ("https://me:secret@host/v1", "KHABAR_MODEL_KEY"),
        ("https://host/v1?key=x", "no address of a server"),
    ],
)
def test_what_is_no_address_is_told(address: str, why: str) -> None:
    with pytest.raises(CannotAsk, match=why) as told:
        endpoint_at(address, "small")
    assert "secret" not in str(told.value)


def test_whether_the_text_leaves_the_machine_is_known_from_the_address() -> None:
    here = ["http://localhost:8080/v1", "http://127.0.0.9/v1", "http://[::1]:8080/v1/chat/completions"]
    away = ["http://192.168.0.3/v1", "https://localhost.example.org/v1", "https://api.example.org/v1"]
    assert [endpoint_at(address, "m").is_here for address in here] == [True] * 3
    assert [endpoint_at(address, "m").is_here for address in away] == [False] * 3
    assert [endpoint_at(address, "m").is_open for address in away] == [True, False, False]


def test_the_key_does_not_stand_in_what_is_printed_of_an_endpoint() -> None:
    assert "sk-abc" not in repr(endpoint_at("http://localhost/v1", "m", "sk-abc"))
    with pytest.raises(CannotAsk, match="letters that no key has"):
        endpoint_at("http://localhost/v1", "m", "sk\r\nX-Other: 1")


def test_the_question_goes_out_as_utf8_even_with_half_a_surrogate(server: ModelServer) -> None:
    server.replies = [says("{}")]
    model = HttpModel(endpoint_at(server.address, "small"))
    model.answer(Question((Message("user", "a\ud800b"),), {}, 5))
    model.close()
    assert json.loads(json.dumps(server.asked[0]))["messages"][0]["content"] == "a?b"
