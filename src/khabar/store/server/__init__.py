"""An archive in a database of PostgreSQL: the same tables, questions and answers as in a file."""
