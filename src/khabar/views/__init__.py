"""Answers made from an archive: timeline, claims, actors, search, dossier."""
