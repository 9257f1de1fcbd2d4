"""Pictures as plain geometry: pure functions from what a view found to where it is drawn."""
