"""What we know of the language and the world: reviewed data, and the code that loads it, never a judgement."""
