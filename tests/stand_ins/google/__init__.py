"""What Google publishes, as far as cases need it."""
