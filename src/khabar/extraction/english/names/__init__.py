"""Who and what an English report names."""
