"""Conclusions as rows: each value whole, and beside it the marks by which questions choose and order it."""
