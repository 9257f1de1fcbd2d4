"""The pages, one module a view."""

from khabar.shells.web.pages import (
    actors,
    claims,
    contradictions,
    copies,
    exchanges,
    explain,
    measures,
    places,
    relations,
    reports,
    review,
    search,
    start,
    stories,
    timeline,
)

_MODULES = (
    *(start, timeline, stories, claims, contradictions, exchanges, relations, actors, places, reports, copies),
    *(measures, review, search, explain),
)
ROUTERS = tuple(module.router for module in _MODULES)
# Those that the bar on every page leads to.
VIEWS = frozenset(
    {
        *("timeline", "stories", "claims", "contradictions", "exchanges", "relations"),
        *("actors", "map", "reports", "copies", "measures", "review"),
    }
)
