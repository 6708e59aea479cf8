"""websockets, as far as cases need it to be imported."""


def serve(handler, *_address, **_options):
    return handler
