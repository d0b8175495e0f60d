"""Which weapons, in which role, how many."""
