"""Stand-in for langchain_core.language_models, as far as the cases need it: made-up classes."""
