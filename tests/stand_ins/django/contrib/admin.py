"""The administration: one object for each model."""


class ModelAdmin:
    pass
