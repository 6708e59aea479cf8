"""Stand-in for langchain_core.retrievers, as far as the cases need it: made-up classes."""


class BaseRetriever:
    """A retriever that subclasses complete."""
