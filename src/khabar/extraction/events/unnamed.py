"""Objects that name nobody: dozens, 17 people, the demonstrators, a man."""

from khabar.extraction.events.lexicon import closed, word_set
from khabar.extraction.events.noun_phrases import can_act
from khabar.extraction.events.scene import Scene
from khabar.language.normalise import NUNATED
from khabar.language.number_words import number_word

_SHORT = 3  # letters of a word whose last alef may be a letter of its own
_NO_ENDING = ("يا", "ها", "نا", "هما")
_MANY = 6  # letters, at the least, of a definite plural in ين that is neither a name nor an adjective
_DEFINITE = ("ال", "بال", "لل", "وال")


def is_accusative(form: str) -> bool:
    """Whether a word ends as an indefinite noun in the accusative, and in no pronoun and no letter of its own."""
    return len(form) > _SHORT and form.endswith("ا") and not form.endswith(_NO_ENDING)


def is_crowd(scene: Scene, at: int) -> bool:
    """Whether a word stands there that by itself names many, nobody knows whom: dozens, العشرات."""
    form = scene.forms[at] if at < len(scene.forms) else ""
    return form.startswith("ال") and form in word_set("crowd_counts")


def are_several(scene: Scene, at: int) -> bool:
    """Whether a definite plural in the accusative that names nobody stands there: the officials, المسؤولين."""
    form = scene.forms[at] if at < len(scene.forms) else ""
    plural = form.startswith("ال") and form.endswith("ين") and len(form) > _MANY
    return plural and (form.endswith("يين") or can_act(form))


def is_unnamed_object(scene: Scene, at: int) -> bool:
    """Whether a verb has an object that names nobody behind it: accused states that he did not name, killed dozens."""
    form = scene.forms[at] if at < len(scene.forms) else ""
    if is_crowd(scene, at) or are_several(scene, at):
        return True
    written = scene.analysed.tokens[at].written(scene.analysed.text) if form else ""
    return (written.endswith(NUNATED) or is_accusative(form)) and form not in closed() and at not in scene.time_tokens


def counted_anew(scene: Scene, at: int) -> bool:
    """Whether people are counted there who are no part of the noun phrase before: killed with live fire dozens."""
    return at > 0 and _counts_people(scene, at) and _ends_phrase(scene, at - 1)


def _counts_people(scene: Scene, at: int) -> bool:
    form = scene.forms[at]
    if at in scene.time_tokens or at + 1 >= len(scene.forms):
        return False
    if form in word_set("crowd_counts"):
        return True
    return bool(form.isdigit() or number_word(form)) and can_act(scene.forms[at + 1])


def _ends_phrase(scene: Scene, at: int) -> bool:
    """Whether a noun phrase surely ends at a token, so that a noun behind it is no genitive of it."""
    named = scene.referents.at(at)
    ends = named is not None and named.last == at + 1
    return ends or at in scene.time_tokens or scene.forms[at].startswith(_DEFINITE)
