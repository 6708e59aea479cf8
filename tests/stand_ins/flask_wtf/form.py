"""Each form has fields of its own."""
import copy


class FlaskForm:
    def __init__(self):
        for name, field in vars(type(self)).items():
            if not name.startswith("_") and not callable(field):
                setattr(self, name, copy.copy(field))
