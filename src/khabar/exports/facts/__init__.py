"""An archive as facts that anybody can prove from the raw reports: one a line, each with what it rests on."""
