"""Stands in for langchain_core.callbacks: handlers hear of what runs; they do nothing by themselves."""


class BaseCallbackHandler:
    pass
