"""Bring reports in: files of every kind, and in each its text, body, outlet, date and language."""
