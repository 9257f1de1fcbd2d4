"""Denials that name nothing themselves, and what told before in their report they point back to."""

from collections.abc import Iterable, Sequence

from khabar.language.tokens import Token
from khabar.resolution.phrases import phrases_for
from khabar.resolution.statements import Statement
from khabar.resolution.stems import is_empty
from khabar.weighing.matter import Matter
from khabar.weighing.stances import rejects

_DEFINITE = "ال"


def points_back(statement: Statement, matter: Matter) -> bool:
    """Whether a denial has only words for what was told before: 'ونفت كييف ذلك', 'هذه الأنباء عارية عن الصحة'."""
    if not rejects(statement) or statement.act or not statement.chain or statement.events:
        return False
    forms = [token.form for token in _words(statement, matter)]
    takes_up = [at for at, form in enumerate(forms) if phrases_for("told-before").stands_at([form])]
    return bool(takes_up) and all(at in takes_up or _adds_nothing(forms, at) for at in range(len(forms)))


def pointed_at(denial: Statement, told: Iterable[Statement], matter: Matter) -> Statement | None:
    """What somebody else said, or the report told, last before a denial, of all that its report tells."""
    speakers = matter.speakers(denial)
    before = (
        s
        for s in told
        if s.passage.end <= denial.passage.start
        and not (rejects(s) or s.act or s.retracts)
        and not matter.speakers(s) & speakers
    )
    return max(before, key=lambda s: s.passage.start, default=None)


def _adds_nothing(forms: Sequence[str], at: int) -> bool:
    """Whether a word is one of grammar, of emphasis or of judging, or what a word such as this points to."""
    pointed = at > 0 and forms[at].startswith(_DEFINITE) and phrases_for("this").stands_at([forms[at - 1]])
    return pointed or is_empty(forms[at]) or phrases_for("emphasis").stands_at([forms[at]])


def _words(statement: Statement, matter: Matter) -> list[Token]:
    return [token for token in matter.words(statement) if token.kind == "word"]
