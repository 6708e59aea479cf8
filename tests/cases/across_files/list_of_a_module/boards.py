"""Variables only: nothing here changes them."""

notes = []
titles = ["first", "second"]
