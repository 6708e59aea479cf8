"""Helpers without any library: only who calls them knows that a parameter is the application, or a request to it."""


def notes_of(request):
    return request.app.state.notes


def own_notes_of(request):
    return request.state.notes


def set_guest(app, guest):
    app.state.guest = guest


def names_of(page):
    return page.app.state
