"""How well reading goes: figures of readings against annotation by people."""
