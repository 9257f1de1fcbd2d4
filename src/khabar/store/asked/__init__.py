"""Questions to an archive: what is chosen and put in order by its indices; only what is shown is decoded."""
