"""Thin doors for people and programs."""
