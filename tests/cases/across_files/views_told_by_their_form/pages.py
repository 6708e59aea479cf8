"""Views that Django knows by the name of their first parameter."""
from django.http import HttpResponse

latest = None


def remember(request):
    global latest
    latest = request  # error: 4, SIS001, "latest"
    return HttpResponse()


def recall(request):
    return latest
