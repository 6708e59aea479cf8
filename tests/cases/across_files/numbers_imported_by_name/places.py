"""Numbers and texts of the program."""

MOST = 10
SIZES = 4 * MOST
first_name = "nobody"
guest = "nobody"
host = "nobody"
names = ["nobody"]
limit = 10
