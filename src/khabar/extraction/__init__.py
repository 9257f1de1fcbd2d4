"""One report read: its entities, times, attributions and events."""
