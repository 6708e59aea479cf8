"""Each form has its own copies of the fields that its class declares; objects of other classes share them."""
from flask import Flask
from forms import Bill, BillForm

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
