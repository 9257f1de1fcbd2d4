"""A page of a PDF as the library draws it, but for signs outside of what is shown.

Browsers draw the first lines of the next page below the foot of this one, and let the clipping path hide them; the
library does not look at clipping paths. Loaded only where PDFs are read, for the library may not be there.
"""

from typing import NamedTuple

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFStackT
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import Matrix, apply_matrix_pt

from khabar.reports.pdf.glyphs import UNKNOWN


class Box(NamedTuple):
    """A stretch of the page."""

    left: float
    low: float
    right: float
    high: float

    def within(self, other: "Box | None") -> "Box":
        """What both have in common; None: the whole page."""
        if other is None:
            return self
        left, low = max(self.left, other.left), max(self.low, other.low)
        return Box(left, low, min(self.right, other.right), min(self.high, other.high))

    def misses(self, sign: LTChar) -> bool:
        """Whether a sign lies wholly outside."""
        return sign.x1 < self.left or sign.x0 > self.right or sign.y1 < self.low or sign.y0 > self.high


class Pages(PDFPageAggregator):
    """What was drawn of each page, but for what is hidden."""

    clip: Box | None = None  # None: the whole page is shown

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Show the whole of a new page."""
        self.clip = None
        super().begin_page(page, ctm)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        """Draw a sign; one that is hidden is taken away again."""
        advance = super().render_char(matrix, font, fontsize, scaling, rise, cid, ncs, graphicstate)
        drawn = self.cur_item._objs
        if self.clip and isinstance(drawn[-1], LTChar) and self.clip.misses(drawn[-1]):
            drawn.pop()
        return advance

    def handle_undefined_char(self, font: PDFFont, cid: int) -> str:
        """A sign that nobody knows."""
        return UNKNOWN


class Interpreter(PDFPageInterpreter):
    """Follows the orders of a page, those that say what of it is shown too."""

    device: Pages
    _clips: list[Box | None]

    def init_state(self, ctm: Matrix) -> None:
        """Begin with nothing kept."""
        self._clips = []
        super().init_state(ctm)

    def do_q(self) -> None:
        """Keep what is shown, with the rest."""
        self._clips.append(self.device.clip)
        super().do_q()

    def do_Q(self) -> None:
        """Show again what was."""
        if self._clips:
            self.device.clip = self._clips.pop()
        super().do_Q()

    def do_W(self) -> None:
        """Show nothing outside the path; a path that is no rectangle is taken for the one around it."""
        ends = [point for segment in self.curpath for point in _points(segment)]
        if ends:
            across, up = zip(*(apply_matrix_pt(self.ctm, point) for point in ends), strict=True)
            self.device.clip = Box(min(across), min(up), max(across), max(up)).within(self.device.clip)

    def do_W_a(self) -> None:
        """The same by another rule for paths that cross themselves."""
        self.do_W()

    def do_Do(self, xobjid_arg: PDFStackT) -> None:
        """What a form within the page hides is hidden in the form only."""
        clip = self.device.clip
        super().do_Do(xobjid_arg)
        self.device.clip = clip


def _points(segment: tuple[object, ...]) -> list[tuple[float, float]]:
    """The points of one piece of a path: its end, and those that its curve bends to."""
    numbers = [number for number in segment[1:] if isinstance(number, int | float)]
    return list(zip(numbers[::2], numbers[1::2], strict=False))
