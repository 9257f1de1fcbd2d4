"""Finding sentences by their words: what is asked, in which forms it may stand, who has it, and in what order."""
