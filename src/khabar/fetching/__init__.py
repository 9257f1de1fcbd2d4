"""Pages and feeds got from the web: the only room that opens connections to elsewhere."""
