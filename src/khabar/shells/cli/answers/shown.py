"""Whatever an id stands for, for a terminal."""

from rich.console import RenderableType

from khabar.shells.cli.answers.actors import actor_answer
from khabar.shells.cli.answers.claims import claim_tree
from khabar.shells.cli.answers.exchanges import exchange_answer
from khabar.shells.cli.answers.parts import Called
from khabar.shells.cli.answers.reports import event_answer, report_answer
from khabar.views.shown import ActorShown, ClaimShown, EventShown, ExchangeShown, ReportShown, Shown


def answer(found: Shown, called: Called = str) -> RenderableType:
    """Whatever an id stands for."""
    match found:
        case ReportShown():
            return report_answer(found)
        case ClaimShown():
            return claim_tree(found, called)
        case ActorShown():
            return actor_answer(found)
        case EventShown():
            return event_answer(found)
        case ExchangeShown():
            return exchange_answer(found, called)
