"""Variables, and what another module has."""

from kitchen import *

waiting = []
tables = {}
bills = {}
menu = []
opening_hours = {"monday": "9 to 17"}
