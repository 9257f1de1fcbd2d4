"""The pages, one module a view."""

from khabar.shells.web.pages import claims, reports, start

ROUTERS = (start.router, claims.router, reports.router)
VIEWS = frozenset({"claims", "reports"})  # that the bar on every page leads to
