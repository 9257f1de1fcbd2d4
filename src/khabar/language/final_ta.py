"""Ta marbuta in texts that write ha for it: الحكومه for الحكومة."""

import re
from itertools import product

from khabar.knowledge.final_ta import final_ha, final_ta, without_article
from khabar.language.normalise import fold_word
from khabar.language.remembered import remembered

_TA, _HA = "ة", "ه"
_LETTER, _MARK = "\u0621-\u064a", "\u064b-\u0652"
_ENDING = re.compile(rf"(?<![{_LETTER}{_MARK}])([{_LETTER}][{_LETTER}{_MARK}]*){_HA}(?![{_LETTER}{_MARK}])")
_PARTICLE = ("", "ب", "ك", "ل")
_FRONTS = tuple(map("".join, product(("", "و", "ف"), _PARTICLE)))
_ARTICLE = re.compile(r"[وف]?(?:[بك]?ال|لل)(?=..)")
_HAMZA = re.compile(r"[وف]?[بكل]?[أإآ]")  # an article has none: ألقاه, إلهه
_SHORTEST = 3  # letters, but for the last, of a word behind a conjunction: 'وصفه' is no 'وصفة'
_SHORTEST_GOVERNED = 2  # behind a preposition alone: 'بقوه'
_FEWEST = 3  # different words: fewer are slips
_RARE = 20  # times as many final ha as ta: a text that has the letter at all knows its use


def with_final_ta(text: str) -> str:
    """The text with ta marbuta where it writes ha for it throughout: as long as it was, and nearly always as it was."""
    if text.count(_TA) * _RARE > text.count(_HA):
        return text
    wrong = {word for word in _ENDING.findall(text) if _is_ta(word)}
    if len(wrong) < _FEWEST:
        return text
    return _ENDING.sub(lambda found: found[1] + (_TA if found[1] in wrong else _HA), text)


@remembered
def _is_ta(shortened: str) -> bool:
    """Whether a word less its last letter, which is written as ha, ends in ta marbuta."""
    stem = fold_word(shortened)
    if any(stem.startswith(front) and stem[len(front) :] + _HA in final_ha() for front in ("", "و", *_PARTICLE)):
        return False
    article = None if _HAMZA.match(shortened) else _ARTICLE.match(stem)
    if article and not _is_bare(stem):
        return stem[article.end() :] + _HA not in final_ha()
    return any(_is_listed(stem, front) for front in _FRONTS)


def _is_listed(stem: str, front: str) -> bool:
    """Whether the rest behind these particles is a listed word that ends in ta marbuta, and long enough to be told."""
    if not stem.startswith(front) or stem[len(front) :] + _TA not in final_ta():
        return False
    return not front or len(stem) - len(front) >= (_SHORTEST_GOVERNED if front in _PARTICLE else _SHORTEST)


def _is_bare(stem: str) -> bool:
    """Whether the alef and lam in front are of the word itself: التزامه."""
    return any(stem.startswith(front) and stem[len(front) :] in without_article() for front in _FRONTS)
