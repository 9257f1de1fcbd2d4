"""What we know of English, typed: one loader a subject, over `en/*.yaml`."""
