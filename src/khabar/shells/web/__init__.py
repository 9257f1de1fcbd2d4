"""The web pages and the API over one archive."""
