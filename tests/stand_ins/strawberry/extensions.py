"""An extension that is given as a class is made for each operation."""


class SchemaExtension:
    pass
