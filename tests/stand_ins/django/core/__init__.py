"""What comes with Django, as far as cases need it to be imported."""
