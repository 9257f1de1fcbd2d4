"""The English of a text: sentences, word forms, phrases, numerals, dates."""
