"""Names in Latin and in Arabic letters brought to the same consonants: Khaled al-Mansouri and خالد المنصوري."""

import re
from functools import cache, lru_cache

from khabar.knowledge.files import entries
from khabar.language.normalise import key
from khabar.language.remembered import remembered

FILE = "en/romanised.yaml"
_SILENT = ("h", "ه")
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a name, the same for the spellings of both scripts; articles and vowels are dropped."""
    words = [_bones(word) for word in _LETTERS.findall(key(name.lower()))]
    return "".join(word for word in words if word)


@remembered
def _bones(word: str) -> str:
    table, longest, articles = _table()
    if word in articles:
        return ""
    for article in articles:
        if not article.isascii() and word.startswith(article) and len(word) > len(article) + 1:
            word = word[len(article) :]
    found: list[str] = []
    at = 0
    while at < len(word):
        length = next((n for n in range(longest, 0, -1) if word[at : at + n] in table), 0)
        bone = table[word[at : at + length]] if length else ""
        if bone and found[-1:] != [bone]:
            found.append(bone)
        at += length or 1
    silent = word[-1:] in _SILENT and found[-1:] == ["h"]  # Sarah, فاطمة
    return "".join(found[:-1] if silent else found)


@cache
def _table() -> tuple[dict[str, str], int, tuple[str, ...]]:
    table = {key(s): e["sound"] for e in entries(FILE) if "sound" in e for s in e["words"]}
    articles = tuple(key(word) for e in entries(FILE) if e["id"] == "en.article-of-name" for word in e["words"])
    return table, max(map(len, table)), articles
