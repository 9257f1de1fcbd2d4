"""Processes that read reports: each held to its bounds, and replaced when it dies."""
