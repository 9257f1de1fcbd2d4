"""The Arabic of a text: folding, tokens, sentences, quotation marks, numerals, dates, verb forms, spelling keys."""
