"""Stand-in for langchain_core.language_models.chat_models, as far as the cases need it: made-up classes."""


class BaseChatModel:
    """A model that subclasses complete."""
