"""Names, titles, groups and adjectives of nationality in one report, and which of them are the same."""
