"""Copies and origins, agreement and contradiction, verdicts, exchanges."""
