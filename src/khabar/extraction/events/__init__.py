"""Events of one report: who does what to whom, where, when, with what, and on whose word."""
