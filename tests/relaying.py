"""Collections made by relaying: dispatches of one origin, passed on, shortened, re-headlined, blurred and re-attributed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import yaml

from khabar.values.report import Report

_START = date(2024, 1, 8)
_APART = 11  # days between two dispatches: relays of one matter do not run into the next of its kind
_MONTHS = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
]
_KNOWN = yaml.safe_load((Path(__file__).parent / "dispatches.yaml").read_text(encoding="utf-8"))

# How a relay says whom it has its news from; {who} is the origin as this relay names it, in one of its names or blurred.
_CREDITS = (
    "{said} {who} إن {what}.",
    "نقلت {medium} عن {whom} أن {what}.",
    "ذكرت {medium} نقلا عن {whom} أن {what}.",
    "أوردت {medium}، نقلا عن {other}، عن {whom} أن {what}.",
    "بحسب {whom}، فإن {what}.",
    "{said} {who} ل{medium} إن {what}.",
    "وفقا لما نقلته {medium} عن {whom}، فإن {what}.",
    "ذكرت {medium} أن {what}، وفق ما نقلت عن {whom}.",
    "قالت {medium} إن {what}.",
    "علمت {medium} من {whom} أن {what}.",
)
_GOES_ON = ("{added} أن {what}.", "كما ذكرت {medium}، نقلا عن المصدر نفسه، أن {what}.")
_OWN_VOICE = 0.2  # of the relays give no credit at all


@dataclass(frozen=True, slots=True)
class Dispatch:
    """What one origin told, with the slots of its words filled."""

    number: int
    matter: dict[str, Any]
    told: tuple[tuple[str, ...], ...]  # claims in their wordings
    day: date


def dispatches(number: int, seed: int = 0) -> list[Dispatch]:
    """So many dispatches, each of one origin, of the matters in turn."""
    chance = Random(seed)
    matters = _KNOWN["matters"]
    return [_dispatch(at, matters[at % len(matters)], chance) for at in range(number)]


def relays(dispatch: Dispatch, number: int, seed: int = 0) -> Iterator[Report]:
    """Reports that all go back to the dispatch: the first tells it as it came, the others as relays do."""
    chance = Random(f"{seed} {dispatch.number}")
    for at in range(number):
        yield _report(dispatch, f"relay-{dispatch.number:03}-{at:02}", _text(dispatch, chance, own=at == 0), at)


def confirmation(dispatch: Dispatch) -> Report:
    """A report of somebody of another side who tells the same of his own knowledge, in his own words."""
    what = [wordings[-1] for wordings in dispatch.told]
    second = dispatch.matter["second"]
    text = " ".join([_said(_CREDITS[0], second, what[0]), *(_said(_GOES_ON[0], second, w) for w in what[1:])])
    return _report(dispatch, f"second-{dispatch.number:03}", text, 1)


def speakers() -> list[tuple[str, ...]]:
    """The names of each speaker: whoever is quoted under one of them may be quoted under another."""
    of_matters = [(*matter["named"], *matter["vague"]) for matter in _KNOWN["matters"]]
    return [*of_matters, *(tuple(names) for names in _KNOWN["aliases"])]


def told_by(one: str, other: str) -> tuple[Report, Report]:
    """One deed as two relays tell it, each on the word of somebody."""
    forms = (_CREDITS[2], _CREDITS[1])
    texts = [
        _said(form, who, what, medium)
        for form, who, what, medium in zip(forms, (one, other), _KNOWN["told_twice"], _KNOWN["media"], strict=False)
    ]
    first, second = (
        Report(f"told-{at}", text, sha256(f"{at}{text}".encode()).hexdigest(), outlet, published=date(2024, 7, 22))
        for at, (text, outlet) in enumerate(zip(texts, _KNOWN["outlets"], strict=False))
    )
    return first, second


def _dispatch(at: int, matter: dict[str, Any], chance: Random) -> Dispatch:
    day = _START + timedelta(days=at * _APART)
    slots = {
        "n": chance.randint(11, 97),
        "m": chance.randint(11, 97),
        "place": chance.choice(_KNOWN["places"]),
        "day": f"{day.day} {_MONTHS[day.month - 1]}",
    }
    told = tuple(tuple(wording.format(**slots) for wording in wordings) for wordings in matter["told"])
    return Dispatch(at, matter, told, day)


def _text(dispatch: Dispatch, chance: Random, *, own: bool) -> str:
    names = dispatch.matter["named"]
    named = names[0] if own else chance.choice(names)
    blurred = chance.choice([*dispatch.matter["vague"], *_KNOWN["vague"]])
    what = [_wording(wordings, chance, own=own) for wordings in dispatch.told]
    if not own:
        chance.shuffle(what)
        what = what[: chance.randint(1, len(what))]
    headline = [_headline(named, what, chance)] if chance.random() < 0.7 else []
    if own:
        body = [_said(_CREDITS[0], named, what[0]), *(_said(_GOES_ON[0], named, w) for w in what[1:])]
    elif chance.random() < _OWN_VOICE:
        body = [f"{w}." for w in what]
    else:
        body = list(_credited(named, blurred, what, chance))
    return "\n".join([*headline, " ".join(body)])


def _credited(named: str, blurred: str, what: Sequence[str], chance: Random) -> Iterator[str]:
    """What is told on the word of the one who told it, or of him blurred, through media that had no part in it."""
    who = named if chance.random() < 0.6 else blurred
    medium, other = chance.sample(_KNOWN["media"], 2)
    yield _said(chance.choice(_CREDITS), who, what[0], medium, other)
    for more in what[1:]:
        goes_on = _GOES_ON if chance.random() < 0.7 else _CREDITS
        yield _said(chance.choice(goes_on), chance.choice((who, blurred)), more, medium, other)


def _said(form: str, who: str, what: str, medium: str = "", other: str = "") -> str:
    first = who.split()[0]
    feminine = first.endswith("ة") or first in _KNOWN["feminine"]
    return form.format(
        said="قالت" if feminine else "قال",
        added="وأضافت" if feminine else "وأضاف",
        who=who,
        whom=who.replace("ولون", "ولين").replace("الحوثيون", "الحوثيين"),
        what=what,
        medium=medium,
        other=other,
    )


def _wording(wordings: Sequence[str], chance: Random, *, own: bool) -> str:
    return wordings[0] if own or chance.random() < 0.5 else chance.choice(wordings[:-1])


def _headline(named: str, what: Sequence[str], chance: Random) -> str:
    told = chance.choice(what)
    return chance.choice((f"{named}: {told}", told, f"عاجل.. {told}", " ".join(told.split()[:7])))


def _report(dispatch: Dispatch, report_id: str, text: str, at: int) -> Report:
    outlets = _KNOWN["outlets"]
    return Report(
        report_id,
        text,
        sha256(text.encode()).hexdigest(),
        outlet=outlets[at % len(outlets)],
        published=dispatch.day + timedelta(days=at % 3 == 2),
    )
