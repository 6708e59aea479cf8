"""Stand-in for langchain_core.language_models.llms, as far as the cases need it: made-up classes."""


class LLM:
    """A model that subclasses complete."""
