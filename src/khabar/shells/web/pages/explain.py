"""What a label means that Khabar gives."""

from itertools import groupby

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from khabar.shells.web.asked import Name
from khabar.shells.web.desk import AtDesk
from khabar.views.labels import explained, kinds, labels

router = APIRouter()


@router.get("/explain")
def explain(desk: AtDesk, label: Name = None) -> HTMLResponse:
    """One label, or all of them by kind."""
    meant = kinds(desk.language)
    if label:
        return desk.page("explained.html.jinja", asked=label, found=explained(label), kind_means=meant)
    groups = tuple((kind, tuple(given)) for kind, given in groupby(labels(), key=lambda one: one.kind))
    return desk.page("labels.html.jinja", groups=groups, kind_means=meant)
