"""The pages, one module a view."""

from khabar.shells.web.pages import claims, reports, review, start

ROUTERS = (start.router, claims.router, reports.router, review.router)
VIEWS = frozenset({"claims", "reports", "review"})  # that the bar on every page leads to
