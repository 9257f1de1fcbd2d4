"""One nationality that is told behind two joined nouns: officials and firms of Ghana."""

from khabar.extraction.events.argument import Argument
from khabar.extraction.events.scene import Scene

_COUNTED = 2  # words of a noun and its number


def of_one_nation(scene: Scene, found: list[Argument]) -> list[Argument]:
    """The arguments, two nouns joined by 'and' as one where the nationality behind the second is that of both.

    Sanctions on 11 people and four Ghanaian firms, on officials and firms of Ghana (مسؤولين وشركات غانية).
    """
    joined: list[Argument] = []
    for argument in found:
        before = joined[-1] if joined else None
        if before is not None and _shares_nation(scene, before, argument):
            joined[-1] = before._replace(entities=argument.entities, last=argument.last, how="words")
        else:
            joined.append(argument)
    return joined


def _shares_nation(scene: Scene, before: Argument, argument: Argument) -> bool:
    if not before.label or before.how not in ("words", "group") or before.last != before.first + 1:
        return False
    if argument.how not in ("words", "adjective") or not argument.entities or before.commas != argument.commas:
        return False
    between = scene.forms[before.last : argument.start + 1]
    if not between or not between[0].startswith("و") or scene.forms[before.first].startswith("ال"):
        return False
    if before.how == "words":
        return not before.entities and argument.label == before.label and len(between) <= _COUNTED
    return not argument.label and len(between) == 1
