"""What goes in and out."""


class HttpRequest:
    pass


class HttpResponse:
    def __init__(self, content=""):
        self.content = content


JsonResponse = HttpResponse
