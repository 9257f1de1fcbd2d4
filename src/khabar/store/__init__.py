"""The archive: reports, what was read in them, and what follows from it."""
