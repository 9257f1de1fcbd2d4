"""The commands and their options, by what they are about: each asks one thing of the library, and has it printed."""
