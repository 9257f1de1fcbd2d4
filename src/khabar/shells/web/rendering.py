"""Templates, and what they may ask."""

from functools import cache, partial
from pathlib import Path

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from khabar import __version__
from khabar.knowledge.measures import measure_by_id
from khabar.shells.web import languages, wordings
from khabar.shells.web.addresses import Addresses
from khabar.shells.web.languages import Language
from khabar.shells.web.reviewers import reviewer_of
from khabar.values.attribution import Stance
from khabar.values.claim import PositionStance, Verdict
from khabar.values.entity import Kind
from khabar.values.event import EventType, GoodsCategory, Status
from khabar.values.exchange import Stage
from khabar.values.moment import Moment
from khabar.views.dossier.chains import beginning_of
from khabar.views.dossier.reasons import names_in, share_in
from khabar.views.exchanges import NOBODY
from khabar.views.signs import as_it_reads, turns_shown

_TEMPLATES = Path(__file__).with_name("templates")


def rendered(template: str, request: Request, language: Language, **shown: object) -> str:
    """The page in that language."""
    made = environment(language).get_template(template)
    return made.render(
        path=request.url.path,
        query=dict(request.query_params),
        views=request.app.state.views,
        reviewer=reviewer_of(request),
        **{"model": None, "outletless": _nobody_is, **shown},
    )


def _counted(language: Language, one: str, many: str, count: int, **values: object) -> Markup:
    """A count in words, with its thousands set apart as everywhere else."""
    words = languages.translations(language).ungettext(one, many, count)
    return Markup(words) % {"num": languages.number(count), **values}  # noqa: S704  the words are ours


def _nobody_is(name: str) -> None:
    """What a page without an archive knows of reports that stand under their id."""


@cache
def environment(language: Language) -> Environment:
    """The templates in one language: what they say is translated, what reports say is escaped."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=as_it_reads,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(languages.translations(language), newstyle=True)  # type: ignore[attr-defined]
    made.globals["ngettext"] = partial(_counted, language)
    made.filters["turns_shown"] = turns_shown
    made.globals.update(
        language=language,
        to=Addresses(language),
        version=__version__,
        label=lambda kind, value: languages.label(language, kind, value),
        has_label=lambda kind, value: languages.has_label(language, kind, value),
        when=lambda moment: languages.when(language, moment),
        day=lambda given: languages.day(language, given),
        days_between=lambda first, last: languages.days_between(language, first, last),
        month=lambda given: languages.month(language, given),
        month_lines=lambda given: languages.month_lines(language, given),
        moment=Moment,
        number=languages.number,
        quantity=partial(wordings.quantity, language),
        interval=partial(wordings.interval, language),
        in_language=partial(wordings.in_language, language),
        party=partial(wordings.party, language),
        side_value=partial(wordings.side, language),
        measure_by_id=measure_by_id,
        nobody=NOBODY,
        shorten=beginning_of,
        names_in=names_in,
        share_in=share_in,
        signed="{:+}".format,
        verdicts=tuple(Verdict),
        statuses=tuple(Status),
        stances=tuple(Stance),
        types=tuple(EventType),
        goods=tuple(GoodsCategory),
        stages=tuple(Stage),
        position_stances=tuple(PositionStance),
        kinds=tuple(Kind),
    )
    return made
