"""The pages, one module a view."""

from khabar.shells.web.pages import claims, places, relations, reports, review, start, timeline

ROUTERS = (
    start.router,
    timeline.router,
    claims.router,
    relations.router,
    places.router,
    reports.router,
    review.router,
)
# That the bar on every page leads to.
VIEWS = frozenset({"timeline", "claims", "relations", "map", "reports", "review"})
