"""One English report read: its entities, attributions and events, as the same values that an Arabic report gives."""
