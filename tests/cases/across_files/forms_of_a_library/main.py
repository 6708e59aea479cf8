"""Each form has its own copies of the fields that its class declares; objects of other classes share them."""
from flask import Flask
from forms import Bill, BillForm, NotedForm, Sheet

app = Flask(__name__)


@app.route("/form/<amount>")
def form_is_filled_ok(amount):
    form = BillForm()
    form.fill({"amount": amount})
    return form.amount.data


@app.route("/bill/<amount>")
def part_of_the_class_is_filled_bad(amount):
    bill = Bill()
    bill.fill({"amount": amount})  # error: 4, SIS004, "data"
    return bill.amount.data


@app.route("/sheet/<amount>")
def field_of_a_class_that_is_no_form_is_filled_bad(amount):
    sheet = Sheet()
    sheet.fill({"amount": amount})  # error: 4, SIS004, "data"
    return sheet.amount.data


@app.route("/notes/<amount>")
def list_of_a_form_grows(amount):
    form = NotedForm()
    form.fill({"amount": amount})
    return list(form.notes)
