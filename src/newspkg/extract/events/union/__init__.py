"""Tellings of one event put together, and kept apart."""
