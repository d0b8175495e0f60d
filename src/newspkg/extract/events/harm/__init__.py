"""Deaths and injuries: the persons counted, the tolls, rival figures."""
