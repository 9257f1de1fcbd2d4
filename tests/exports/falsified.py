"""Exports of facts with one thing in them falsified, and their seals made to fit again."""

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from hashlib import sha256
from random import Random
from typing import Any

Fact = dict[str, Any]
VERDICTS = ["corroborated", "single-origin", "disputed", "retracted", "denied-only"]
CODES = ["one-origin", "independence-not-shown", "different-sides", "asserted", "taken-back", "nobody-asserts"]


def nodes(value: Any) -> Iterator[Any]:
    yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(one)


def sealed(facts: list[Fact]) -> list[bytes]:
    """The lines of facts, with seals, numbers and a root that fit: whoever falsifies can do that too."""
    lines, root = [], sha256()
    end = facts[-1]
    for fact in facts:
        if fact is end:
            fact = {**fact, "root": root.hexdigest()}
        body = json.dumps({k: v for k, v in fact.items() if k != "seal"}, ensure_ascii=False).encode()
        seal = sha256(body).hexdigest()[:32].encode()
        root.update(seal)
        lines.append(body[:-1] + b', "seal": "' + seal + b'"}\n')
    return lines


def _offset(facts: list[Fact], dice: Random) -> str:
    at = dice.choice([one for fact in facts for one in nodes(fact) if isinstance(one, dict) and "start" in one])
    edge, step = dice.choice(["start", "end"]), dice.choice([-3, -2, -1, 1, 2, 3])
    at[edge] += step
    return f"{edge} by {step}"


def _word(facts: list[Fact], dice: Random) -> str:
    at = dice.choice([one for fact in facts for one in nodes(fact) if isinstance(one, dict) and "words" in one])
    place = dice.randrange(len(at["words"]))
    letter = dice.choice([one for one in "ابتجحدرسعفقكلمنهوي" if one != at["words"][place]])
    at["words"] = at["words"][:place] + letter + at["words"][place + 1 :]
    return "a letter of its words"


def _text(facts: list[Fact], dice: Random) -> str:
    report = dice.choice([fact for fact in facts if fact["fact"] == "report"])
    if dice.random() < 0.3:
        report["sha256"] = sha256(report["sha256"].encode()).hexdigest()
        return "its hash"
    place = dice.randrange(len(report["text"]))
    letter = dice.choice([one for one in "ءؤئ" if one != report["text"][place]])
    report["text"] = report["text"][:place] + letter + report["text"][place + 1 :]
    return "a letter of its text"


def _chain(facts: list[Fact], dice: Random) -> str:
    said = [f for f in facts if f.get("chain")]
    fact = dice.choice(said)
    ids = [f["id"] for f in facts if f["fact"] == "entity" and f["report"] == fact["report"]]
    link = dice.choice(fact["chain"])
    before = deepcopy(fact["chain"])
    match dice.randrange(4):
        case 0:
            link[dice.randrange(len(link))] = dice.choice([one for one in ids if one not in link] or ["nobody#e1"])
        case 1:
            fact["chain"].remove(link)
        case 2:
            fact["chain"].insert(dice.randrange(len(fact["chain"]) + 1), [dice.choice(ids)])
        case _:
            fact["said_by"] = " < ".join([*fact["said_by"].split(" < "), "مسؤول"])
            return "who says so"
    return f"{before} for {fact['chain']}"


def _count(facts: list[Fact], dice: Random) -> str:
    found: list[tuple[Fact, str]] = []
    for fact in facts:
        held = {"claim": [(fact, "positions")], "actor": [(fact, "counted")], "end": []}.get(fact["fact"], [])
        held += [(fact["counted"], side) for side in ("asserts", "denies")] if fact["fact"] == "claim" else []
        held += [(fact, n) for n in ("exchanges", "without_figure", "lowest")] * 20 if fact["fact"] == "total" else []
        held += [(fact["facts"], kind) for kind in fact["facts"]] * 5 if fact["fact"] == "end" else []
        found += held
    where, name = dice.choice(found)
    where[name] += dice.choice([1, 2, 10])
    return name


def _quantity(facts: list[Fact], dice: Random) -> str:
    wares = [one for fact in facts for one in nodes(fact) if isinstance(one, dict) and one.get("quantity")]
    ware = dice.choice([one for one in wares if one.get("fact") or "stage" in one])
    ware["quantity"] = f"7{ware['quantity'].lstrip('<>=~')}"
    return "a quantity"


def _verdict(facts: list[Fact], dice: Random) -> str:
    claim = dice.choice([fact for fact in facts if fact["fact"] == "claim"])
    if dice.random() < 0.25:
        claim["reasons"][0]["code"] = dice.choice([code for code in CODES if code != claim["reasons"][0]["code"]])
        return "its first reason"
    claim["verdict"] = dice.choice([one for one in VERDICTS if one != claim["verdict"]])
    return f"{claim['id']} {claim['verdict']}"


def _stance(facts: list[Fact], dice: Random) -> str:
    taken = [fact for fact in facts if fact["fact"] == "position" and fact["stance"] in ("asserts", "denies")]
    position = dice.choice(taken)
    position["stance"] = "denies" if position["stance"] == "asserts" else "asserts"
    return "a stance"


def _merge(facts: list[Fact], dice: Random) -> str:
    actors = [fact for fact in facts if fact["fact"] == "actor"]
    one, other = dice.sample(actors, 2)
    member = dice.choice(one["members"])
    match dice.randrange(4):
        case 0:
            one["members"].remove(member)
            other["members"].append(member)
        case 1:
            one["members"].remove(member)
        case 2:
            other["members"].append(member)
        case _:
            next(fact for fact in facts if fact["id"] == member)["actor"] = other["id"]
    return f"{member} of {one['id']} and {other['id']}"


def _origin(facts: list[Fact], dice: Random) -> str:
    claim = dice.choice([fact for fact in facts if fact["fact"] == "claim" and fact["asserts"]])
    origin = dice.choice(claim["asserts"])
    if dice.random() < 0.5:
        claim["asserts"].append(dict(origin, name="مصدر آخر"))
        claim["counted"]["asserts"] += 1
        return "one more origin"
    origin["name"] = "مصدر مجهول آخر"
    return "the name of an origin"


FALSIFIED: dict[str, Callable[[list[Fact], Random], str]] = {
    "offset": _offset,
    "word": _word,
    "text": _text,
    "chain": _chain,
    "count": _count,
    "quantity": _quantity,
    "verdict": _verdict,
    "stance": _stance,
    "merge": _merge,
    "origin": _origin,
}


# Falsified in several places at once, so that the facts agree with one another


def _offset_with_words(facts: list[Fact], dice: Random) -> str:
    """With what is attached in front of the word, too, as an honest export would tell it."""
    texts = {fact["id"]: fact["text"] for fact in facts if fact["fact"] == "report"}
    read = [f for f in facts if f["fact"] in ("entity", "time", "attribution", "event", "position")]
    told = [(f, one) for f in read for one in nodes(f) if isinstance(one, dict) and "start" in one]
    fact, at = dice.choice(told)
    text = texts[fact["report"]]
    at["end" if dice.random() < 0.5 else "start"] += dice.choice([-1, 1])
    at["words"] = text[at["start"] : at["end"]]
    before = re.findall(r"[^\W\d_]*\Z", text[: at["start"]])[0] if at["words"][:1].isalpha() else ""
    at.pop("attached", None)
    at |= {"attached": before} if before else {}
    return f"{fact['id']} reads {at['words'][:40]}"


def _speaker_everywhere(facts: list[Fact], dice: Random) -> str:
    """With the words that name the other nearest to the cue, as an honest export would tell them."""
    saying = dice.choice([fact for fact in facts if fact["fact"] == "attribution" and fact["chain"]])
    there = {f["id"]: f for f in facts if f["fact"] == "entity" and f["report"] == saying["report"] and f["mentions"]}
    other = dice.choice([one for one in there if one != saying["chain"][-1][0]])
    chain = [*saying["chain"][:-1], [other]]
    names = {f["id"]: f["name"] for f in facts if f["fact"] == "entity"}
    told = " < ".join("; ".join(names[one] for one in link) for link in chain)
    for fact in facts:
        if fact is saying or fact.get("attribution") == saying["id"]:
            fact["said_by"] = told
            if "chain" in fact:
                fact["chain"] = chain
    speaking = [there[one]["mentions"] for link in chain for one in link if one in there]
    saying["named_at"] = [min(mentions, key=lambda at: _far(at, saying["cue"] or saying)) for mentions in speaking]
    return f"{saying['id']} is put to {names[other]}"


def _far(at: Fact, cue: Fact) -> tuple[int, int]:
    return max(at["start"] - cue["end"], cue["start"] - at["end"], 0), at["start"]


def _verdict_with_reason(facts: list[Fact], dice: Random) -> str:
    claim = dice.choice([fact for fact in facts if fact["fact"] == "claim"])
    told = [("single-origin", "one-origin"), ("corroborated", "different-sides"), ("disputed", "asserted")]
    told += [
        ("retracted", "taken-back"),
        ("denied-only", "nobody-asserts"),
        ("single-origin", "independence-not-shown"),
    ]
    verdict, code = dice.choice([pair for pair in told if pair[0] != claim["verdict"]])
    claim["verdict"], claim["reasons"][0]["code"] = verdict, code
    return f"{claim['id']} {verdict}"


def _merge_on_both_sides(facts: list[Fact], dice: Random) -> str:
    one, other = dice.sample([fact for fact in facts if fact["fact"] == "actor"], 2)
    member = dice.choice(one["members"])
    one["members"].remove(member)
    other["members"].append(member)
    next(fact for fact in facts if fact["id"] == member)["actor"] = other["id"]
    for actor in (one, other):
        actor["counted"] = len({m.rpartition("#")[0] for m in actor["members"]})
    if not one["members"]:
        facts.remove(one)
        facts[-1]["facts"]["actor"] -= 1
    return f"{member} of {one['name']} is {other['name']}"


IN_CONCERT: dict[str, Callable[[list[Fact], Random], str]] = {
    "offset with its words": _offset_with_words,
    "speaker everywhere": _speaker_everywhere,
    "verdict with its reason": _verdict_with_reason,
    "merge on both sides": _merge_on_both_sides,
}
