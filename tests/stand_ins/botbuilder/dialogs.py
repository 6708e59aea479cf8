"""Stands in for botbuilder.dialogs."""


class Dialog:
    def __init__(self, dialog_id=""):
        self.id = dialog_id


class WaterfallDialog(Dialog):
    def __init__(self, dialog_id, steps):
        super().__init__(dialog_id)
        self.steps = steps


class ComponentDialog(Dialog):
    def __init__(self, dialog_id=""):
        super().__init__(dialog_id)
        self.dialogs = {}

    def add_dialog(self, dialog):
        self.dialogs[dialog.id] = dialog
