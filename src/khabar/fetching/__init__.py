"""Pages and feeds got from the web: besides `proposing` the only room that opens connections to elsewhere."""
