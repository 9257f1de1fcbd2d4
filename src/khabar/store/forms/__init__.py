"""The scripts that make the tables of an archive, by what the tables hold; `schema.py` puts them in order."""
