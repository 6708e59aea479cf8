"""Each form has fields of its own."""
import copy


class FlaskForm:
    def __init__(self):
        for name, field in vars(type(self)).items():
            if hasattr(field, "label"):
                setattr(self, name, copy.copy(field))
