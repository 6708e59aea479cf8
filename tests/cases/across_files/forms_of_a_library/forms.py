"""Fields that classes declare: a form copies its own, another object does not."""
from flask_wtf.form import FlaskForm
from wtforms.fields import StringField


class Amount(StringField):
    def process(self, value):
        return value


class BillForm(FlaskForm):
    amount = Amount("amount")

    def fill(self, bill):
        self.amount.data = bill["amount"]


class Part:
    def __init__(self):
        self.data = ""


class Bill:
    amount = Part()

    def fill(self, bill):
        self.amount.data = bill["amount"]


class Sheet:
    amount = Amount("amount")

    def fill(self, bill):
        self.amount.data = bill["amount"]


class NotedForm(FlaskForm):
    notes = []

    def fill(self, bill):
        self.notes.append(bill["amount"])  # error: 8, SIS002, "notes"
