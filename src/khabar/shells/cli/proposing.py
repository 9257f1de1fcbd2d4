"""`--reader llm`: a language model that the user named, what goes to it, and what asking it took."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

import typer

from khabar.engine import read
from khabar.errors import MissingPart
from khabar.shells.cli.model_options import Wanted
from khabar.versions import Reader
from khabar.versions import reader as version

if TYPE_CHECKING:
    from khabar.proposing.endpoint import Endpoint
    from khabar.proposing.ledger import Ledger, Price


@contextmanager
def reader_of(wanted: Wanted | None, *, why: bool = False) -> Iterator[Reader]:
    """Who reads; None: the rules. A model's ledger is told at the end, whatever the end."""
    if wanted is None:
        yield Reader(version(), partial(read, why=True) if why else read)
        return
    if find_spec("httpx") is None:
        raise MissingPart("--reader llm", "llm")
    from khabar.proposing.answers import Remembering, usual_folder
    from khabar.proposing.asking import HttpModel
    from khabar.proposing.endpoint import endpoint_at
    from khabar.proposing.reading import ModelReader

    price = _price(wanted.price)
    endpoint = endpoint_at(wanted.address, wanted.model, os.environ.get("KHABAR_MODEL_KEY"), wanted.seconds)
    _warn(endpoint)
    model = HttpModel(endpoint)
    kept = Remembering(model, f"{endpoint.address} {endpoint.model}", wanted.cache or usual_folder())
    reader = ModelReader(kept, endpoint.model, wanted.window, why=why)
    try:
        yield reader.as_reader()
    finally:
        model.close()
        for line in told(reader.ledger, endpoint.model, price) if reader.ledger.asked or reader.ledger.kept else ():
            print(f"khabar: {line}", file=sys.stderr)


def told(ledger: "Ledger", model: str, price: "Price | None") -> Iterator[str]:
    """What asking took, and what became of the proposals."""
    parts = [
        f"{ledger.asked} {'question' if ledger.asked == 1 else 'questions'} asked",
        f"{ledger.kept} answered before" if ledger.kept else "",
        f"{ledger.tokens_in:,} tokens in, {ledger.tokens_out:,} out" if ledger.asked > ledger.untold else "",
        f"{ledger.untold} answers that tell no tokens" if ledger.untold else "",
        f"{ledger.seconds:.1f} seconds" if ledger.asked else "",
        f"cost {ledger.cost(price):.4f}" if price else "",
        f"asked in form: {', '.join(f'{form} {n}' for form, n in sorted(ledger.forms.items()))}"
        if ledger.forms
        else "",
    ]
    yield f"{model}: {'; '.join(part for part in parts if part)}"
    refused = +ledger.account.refused
    yield f"{ledger.account.proposed} proposals, {refused.total()} of them thrown away" + (
        f": {', '.join(f'{why} {n}' for why, n in sorted(refused.items(), key=lambda one: (-one[1], one[0])))}"
        if refused
        else ""
    )


def _warn(endpoint: "Endpoint") -> None:
    if not endpoint.is_here:
        plain = ", unencrypted" if endpoint.is_open else ""
        print(f"khabar: the texts of the reports go to {endpoint.host}, another machine{plain}", file=sys.stderr)


def _price(said: str | None) -> "Price | None":
    from khabar.proposing.ledger import Price

    if said is None:
        return None
    try:
        tokens_in, tokens_out = (float(part) for part in said.split(","))
    except ValueError as wrong:
        raise typer.BadParameter(f"--model-price {said}: write IN,OUT, such as 0.15,0.60") from wrong
    if not (0 <= tokens_in < float("inf") and 0 <= tokens_out < float("inf")):
        raise typer.BadParameter(f"--model-price {said}: write IN,OUT, such as 0.15,0.60")
    return Price(tokens_in, tokens_out)
