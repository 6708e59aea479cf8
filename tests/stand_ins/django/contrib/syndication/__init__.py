"""Pages for other programs."""
