"""A field has the data of one form."""


class StringField:
    def __init__(self, label):
        self.label = label
        self.data = ""
