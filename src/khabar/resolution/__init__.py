"""Many reports: the same actor, the same event, the same claim."""
