"""Who does what to whom, where, when and with what, in an English report."""
