"""Where the content of a statement begins and ends."""
