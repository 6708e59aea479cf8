"""A handler puts its request on a class, for code in other files to find it: that of another request by then."""
from django.utils.deprecation import MiddlewareMixin


class CurrentRequest(MiddlewareMixin):
    request = None
    served = None

    def process_request(self, request):
        CurrentRequest.request = request  # error: 8, SIS002, "CurrentRequest.request"

    def process_response(self, request, response):
        CurrentRequest.served = True
        return response


# not executed: those who look for the request are in other files
def request_kept_on_the_class_bad(request):
    return CurrentRequest().process_request(request)


class Settings:
    debug = False


# not executed: those who look are in other files
def nothing_of_the_request_ok(request):
    Settings.debug = True
    return request


class Dates:
    first = None


# not executed: those who look are in other files
def made_where_it_was_missing_ok(request):
    if Dates.first is None:
        Dates.first = len(request)
    return request
