"""What a language model proposes to have read in a report, held against the report's words before it counts."""
