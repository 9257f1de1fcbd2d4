"""Where answers are shown to people: no text of a report steers the terminal."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console
from rich.segment import Segment

from khabar.views.signs import controls_shown

if TYPE_CHECKING:
    from rich.console import ConsoleOptions, RenderableType


class Screen(Console):
    """A console on which signs stand for the characters by which a text could change what the terminal shows."""

    def render(self, renderable: "RenderableType", options: "ConsoleOptions | None" = None) -> Iterable[Segment]:
        """The pieces as they are shown; rich's own steering passes."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else controls_shown(text), style, control)
