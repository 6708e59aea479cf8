"""From text to the intermediate representation: flake8's tree, or the text of a followed file, in; a `Module` out.

A `Module` has scopes, functions with footprints, and bodies (`ir`).  No other package imports `ast`.
"""
