"""Lines compared with the known words of furniture."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from khabar.knowledge.furniture import NUMBER, Furniture, furniture
from khabar.reports.lines import LONGEST_LABEL, Line

_BEHIND_LABEL = re.compile(r"\W{0,2}(?:[:|\-–—ـ/…»›>]|\.\.)")
_BEHIND_LINK = re.compile(r"\W{0,2}(?:[:|\-–—ـ/…»›>،,]|\.\.)")  # 'more, ...' is a link; 'the source, who ...' is not
_BEFORE_CREDIT = re.compile(r"[-–—ـ/|(\[،,]")
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]{2,60}[)\]]\W{0,3}$")
_BUTTONS = 16  # words: no row of buttons has more
_CUTS = ("line", "value", "links", "rest")  # the most last
_SENTENCE = 8  # words: a line of so many that ends in a full stop is taken at its word
Forms = dict[str, list[tuple[tuple[str, ...], Furniture]]]


def label_of(line: Line, place: str) -> Furniture | None:
    """The kind of furniture that the line is where it stands: `head`, `middle`, `tail`, `anywhere` for any."""
    if not line.words or line.end - line.start > LONGEST_LABEL:
        return None
    return _alone(line, place) or _opening(line, place) or _inside(line, place)


@cache
def _forms(*matches: str) -> Forms:
    forms: Forms = defaultdict(list)
    for kind in furniture():
        if kind.match in matches:
            for form in kind.forms:
                forms[form[0]].append((form, kind))
    for choices in forms.values():
        choices.sort(key=lambda choice: -len(choice[0]))
    return dict(forms)


def _fits(kind: Furniture, place: str) -> bool:
    return "anywhere" in (kind.where, place) or kind.where == place or (kind.where == "edges" and place != "middle")


def _alone(line: Line, place: str) -> Furniture | None:
    """Every word belongs to a form or is a number; the kind that cuts most speaks for the line."""
    words, at, used = line.words, 0, []
    if len(words) > _BUTTONS:
        return None
    while at < len(words):
        if words[at] == NUMBER:
            at += 1
            continue
        found = _form_at(words, at, place)
        if found is None:
            return None
        used.append(found[1])
        at += len(found[0])
    # In the middle a day heads a part of a chronicle; an hour does so in none.
    return _speaker(used, NUMBER in words, place != "middle" or line.has_clock)


def _form_at(words: tuple[str, ...], at: int, place: str) -> tuple[tuple[str, ...], Furniture] | None:
    for form, kind in _forms("alone").get(words[at], ()):
        if words[at : at + len(form)] == form and (kind.needs or _fits(kind, place)):
            return form, kind
    return None


def _speaker(used: Sequence[Furniture], numbered: bool, dates: bool) -> Furniture | None:
    if not numbered and any(kind.needs == "number" for kind in used):
        return None
    strong = [kind for kind in used if not kind.needs]
    if strong:
        return max(strong, key=lambda kind: _CUTS.index(kind.cuts))
    dated = [kind for kind in used if kind.needs == "number"]
    return dated[0] if dated and dates else None


def _opening(line: Line, place: str) -> Furniture | None:
    for form, kind in _forms("opens", "label").get(line.words[0], ()):
        if line.words[: len(form)] == form and _allowed(line, kind, place) and _ends_label(line, form, kind):
            return kind
    return None


def _ends_label(line: Line, form: tuple[str, ...], kind: Furniture) -> bool:
    if kind.match == "opens" or len(form) == len(line.words):
        return True
    found = re.match(r"\W*" + r"[\W_]+".join(["[^\\W_]+"] * len(form)), _bare(line.text))
    behind = _BEHIND_LINK if kind.cuts == "links" else _BEHIND_LABEL
    return found is None or bool(behind.match(_bare(line.text), found.end()))


def _bare(text: str) -> str:
    # vowel marks and tatweel are no letters to a pattern
    return re.sub(r"[\u064b-\u0652\u0670]", "", text)


def _inside(line: Line, place: str) -> Furniture | None:
    bare = line.words  # without the numbers at its end: sizes and dates of pictures
    while bare and bare[-1] == NUMBER:
        bare = bare[:-1]
    within, credited = _forms("within"), _forms("credit", "bracket")
    if within.keys().isdisjoint(bare) and credited.keys().isdisjoint(bare):
        return None  # as with nearly every line
    for at, word in enumerate(bare):
        for form, kind in within.get(word, ()):
            if line.words[at : at + len(form)] == form and _allowed(line, kind, place):
                return kind
        for form, kind in credited.get(word, ()):
            before = _BEFORE_CREDIT if kind.match == "credit" else _IN_BRACKETS
            if bare[at:] == form and at and _allowed(line, kind, place) and before.search(line.text):
                return kind
    return None


def _allowed(line: Line, kind: Furniture, place: str) -> bool:
    whole_sentence = line.stops and len(line.words) >= _SENTENCE
    if len(line.words) > kind.most or not _fits(kind, place) or not kind.unless.isdisjoint(line.words):
        return False
    return kind.sentences or not whole_sentence
