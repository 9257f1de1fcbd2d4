"""Who says what in one report, through whom."""
