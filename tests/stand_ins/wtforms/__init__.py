"""WTForms, as far as cases need it to be imported."""
