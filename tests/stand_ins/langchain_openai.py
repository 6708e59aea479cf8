"""Stand-in for langchain_openai, as far as the cases need it: made-up classes."""


class ChatOpenAI:
    """A model that subclasses change."""
