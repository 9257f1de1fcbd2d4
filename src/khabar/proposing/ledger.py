"""What asking a model took, and what became of its proposals."""

from collections import Counter
from dataclasses import dataclass, field

from khabar.proposing.model import Answer, Form
from khabar.proposing.refusals import Account

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """Of a million tokens, in whatever money the user pays."""

    tokens_in: float
    tokens_out: float


@dataclass(slots=True)
class Ledger:
    """The running sums over all reports."""

    asked: int = 0
    kept: int = 0  # answered before
    tokens_in: int = 0
    tokens_out: int = 0
    untold: int = 0  # answers whose server does not tell its tokens
    seconds: float = 0.0
    forms: Counter[Form] = field(default_factory=Counter)
    account: Account = field(default_factory=Account)

    def add(self, answer: Answer) -> None:
        """Counts one answer."""
        self.forms[answer.form] += 1
        if answer.kept:
            self.kept += 1
            return
        self.asked += 1
        spent = answer.spent
        self.untold += spent.tokens_in is None or spent.tokens_out is None
        self.tokens_in += spent.tokens_in or 0
        self.tokens_out += spent.tokens_out or 0
        self.seconds += spent.seconds

    def cost(self, price: Price) -> float:
        """Of the tokens that were told of."""
        return (self.tokens_in * price.tokens_in + self.tokens_out * price.tokens_out) / _MILLION
