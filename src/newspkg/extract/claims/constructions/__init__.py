"""One module a construction by which news attributes statements."""
