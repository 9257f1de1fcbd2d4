"""Processes that work for this one: readers are held to their bounds and replaced when they die."""
