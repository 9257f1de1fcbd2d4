"""Which words are ordinary ones, and so no part of a name that no list has."""

from collections.abc import Callable

from khabar.extraction.names.words import is_function_word
from khabar.knowledge.name_parts import ordinary_words
from khabar.language.remembered import remembered

_PARTICLES = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فل", "فب")
_ARTICLES = ("وال", "بال", "فال", "كال", "وبال")
_OWNED = ("ها", "هم", "هما")  # pronouns that hardly ever end a name
_SHORTEST = 3  # letters of a word after its particle


def with_ordinary(is_word: Callable[[str], bool]) -> Callable[[str], bool]:
    """The same test, that knows the ordinary words of the news too."""
    return lambda form: is_ordinary(form) or is_word(form)


@remembered
def is_ordinary(form: str) -> bool:
    """Whether a folded form is a listed word, with or without attached particles, or bears a pronoun."""
    words = ordinary_words()
    if form in words or (form.endswith(_OWNED) and len(form) > _SHORTEST + 2):
        return True
    if form.endswith("ته") and f"{form[:-2]}ة" in words:  # خارجيته, ولايته
        return True
    if not form.startswith(_PARTICLES):
        return False
    rests = [form[len(particle) :] for particle in _PARTICLES if form.startswith(particle)]
    return any(len(rest) >= _SHORTEST and (rest in words or is_function_word(rest)) for rest in rests) or (
        form.startswith(_ARTICLES) and f"ال{form.partition('ال')[2]}" in words
    )
