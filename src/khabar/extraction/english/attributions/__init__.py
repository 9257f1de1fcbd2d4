"""Who says what, through whom, in an English report."""
