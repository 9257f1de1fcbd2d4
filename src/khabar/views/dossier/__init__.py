"""The dossier: one page that can be mailed, with every statement linked to its sentence."""

from khabar.views.dossier.options import Options
from khabar.views.dossier.page import dossier_html

__all__ = ["Options", "dossier_html"]
