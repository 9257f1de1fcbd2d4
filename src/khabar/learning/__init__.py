"""Models made from text that people annotated."""
