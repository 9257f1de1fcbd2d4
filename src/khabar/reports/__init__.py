"""Bringing reports in: text, JSON, HTML, archives of these; their body, outlet and date."""
