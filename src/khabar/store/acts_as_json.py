"""Acts of review as lines of JSON, each named by the hash of all else that it holds, and back."""

import json
from hashlib import sha256
from typing import Any

from khabar.errors import BadForm
from khabar.store.values_as_json import from_json, to_json
from khabar.values.act import Act, ActId, Spoken, Utterance, Withdrawal, moment, passages_of
from khabar.values.correction import Correction
from khabar.values.judgement import Judgement

_KINDS: dict[str, type[Judgement] | type[Correction]] = {"judgement": Judgement, "correction": Correction}


def line_of(act: Act) -> tuple[ActId, str]:
    """The id of an act and its line, without the end of the line."""
    told = _told(act)
    own_id = _hash(told)
    return own_id, _dense({"id": own_id} | told)


def act_in(line: str) -> tuple[ActId, Act]:
    """The act of a line with its id; raises BadForm for any other line, and for one that was changed."""
    own_id, told = _whole(line)
    if own_id is None or own_id != _hash(told):
        raise BadForm("act", line[:120])
    try:
        if "withdrawal" in told:
            act: Act = from_json(Withdrawal, told["withdrawal"])
        else:
            act = Utterance(spoken_in(line), tuple(map(str, told["reports"])), tuple(map(str, told["words"])))
            act.matter  # noqa: B018 - one report for each passage
        moment(act.at)
    except (KeyError, TypeError, ValueError) as wrong:
        raise BadForm("act", line[:120]) from wrong
    return own_id, act


def is_named(line: str) -> bool:
    """Whether the line has an id, and so is to be an act; without one it is a bare word."""
    return _whole(line)[0] is not None


def spoken_in(line: str) -> Spoken:
    """The judgement or the correction of a line; raises BadForm where there is none."""
    _, told = _whole(line)
    for name, kind in _KINDS.items():
        if name in told:
            said: Spoken = from_json(kind, told[name])
            try:
                moment(said.at)
            except ValueError as wrong:
                raise BadForm("moment", said.at[:120]) from wrong
            return said
    raise BadForm("judgement or correction", line[:120])


def _told(act: Act) -> dict[str, Any]:
    if isinstance(act, Withdrawal):
        return {"withdrawal": to_json(act)}
    name = next(name for name, kind in _KINDS.items() if isinstance(act.said, kind))
    assert len(act.reports) == len(passages_of(act.said))
    return {name: to_json(act.said), "reports": list(act.reports), "words": list(act.words)}


def _whole(line: str) -> tuple[str | None, dict[str, Any]]:
    try:
        told = json.loads(line)
        _dense(told).encode()  # half a surrogate pair can be kept nowhere
    except (ValueError, RecursionError) as wrong:
        raise BadForm("act", line[:120]) from wrong
    if not isinstance(told, dict):
        raise BadForm("act", line[:120])
    own_id = told.pop("id", None)
    return (None if own_id is None else str(own_id)), told


def _hash(told: dict[str, Any]) -> str:
    return sha256(_dense(told, sort=True).encode(errors="surrogatepass")).hexdigest()[:32]


def _dense(told: Any, *, sort: bool = False) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=sort)
