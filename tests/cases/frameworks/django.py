"""Django: plain views run in threads, whoever registers them; middleware is made once, views for each request."""
import asyncio
import time

from django.apps import AppConfig
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.backends import BaseBackend
from django.contrib.syndication.views import Feed
from django.core.signals import setting_changed
from django.dispatch import receiver
from django.http import HttpResponse
from django.urls import path, re_path, register_converter
from django.utils.deprecation import MiddlewareMixin
from django.views import View
from django.views.generic import TemplateView

history = []


def view_of_another_file_bad(request, message):
    history.append(message)  # error: 4, SIS001, "history"
    return list(history)


visits = 0


def view_counts_bad(request):
    global visits
    before = visits
    visits = before + 1  # error: 4, SIS003, "visits"
    return request


awaited = 0


async def coroutine_view_counts_bad(request):
    global awaited
    before = awaited
    await asyncio.sleep(0)
    awaited = before + 1  # error: 4, SIS003, "awaited"
    return request


calm = 0


async def coroutine_view_without_a_pause_ok(request):
    global calm
    before = calm
    calm = before + 1
    return request


registered = []


def registered_view_bad(user, message):
    registered.append(message)  # error: 4, SIS001, "registered"
    return list(registered)


checked = []


def checked_view_bad(user, message):
    checked.append(message)  # error: 4, SIS001, "checked"
    return list(checked)


def logged_in(view):
    return view


said = []


class Chat(View):
    greeting = "Hello"

    def get(self, request):
        self.message = request
        return self.message

    def post(self, request):
        said.append(request)  # error: 8, SIS001, "said"
        return list(said)


def method_of_a_view_bad(user, message):
    return Chat().post(message)


def kept_on_a_view_ok(user, message):
    return Chat().get(message)


class Page(TemplateView):
    def get_context_data(self, **names):
        names["seen"] = self.seen(names["message"])
        return names

    def seen(self, message):
        pages.append(message)  # error: 8, SIS001, "pages"
        return list(pages)


pages = []


def helper_of_a_view_bad(user, message):
    return Page().get_context_data(message=message)


urlpatterns = [
    path("registered/", registered_view_bad),
    re_path(r"^checked/$", logged_in(checked_view_bad)),
    path("chat/", Chat.as_view(greeting="Hi")),
    path("page/", Page.as_view()),
]


class ChatBase:
    pass


class OwnChat(ChatBase):
    def post(self, request):
        own.append(request)  # error: 8, SIS001, "own"
        return list(own)


own = []


def view_with_a_base_of_ours_bad(user, message):
    return OwnChat().post(message)


seen = []


class See:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        seen.append(request)  # error: 8, SIS001, "seen"
        return list(seen)


def middleware_bad(user, message):
    return See(None)(message)


class Remember:
    def __init__(self, get_response):
        self.get_response = get_response
        self.user = None

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        self.user = request  # error: 8, SIS004, "Remember.user"
        return self.answer()

    def answer(self):
        return self.user


remember = Remember(None)


def middleware_keeps_the_user_bad(user, message):
    return remember.process_view(user, print, (), {})


hooked = []


class Hooked(MiddlewareMixin):
    def process_request(self, request):
        hooked.append(request)  # error: 8, SIS001, "hooked"
        return list(hooked)


def hook_of_a_middleware_bad(user, message):
    return Hooked(None).process_request(message)


passed = []


def middleware_function(get_response):
    def middleware(request):
        passed.append(request)  # error: 8, SIS001, "passed"
        return list(passed)
    return middleware


handle = middleware_function(HttpResponse)


def function_as_middleware_bad(user, message):
    return handle(message)


class Took(MiddlewareMixin):
    def process_request(self, request):
        self.began = time.perf_counter()  # error: 8, SIS004, "Took.began"

    def process_response(self, request, response):
        if not hasattr(self, "began"):
            return response
        response["X-Took"] = str(time.perf_counter() - self.began)
        return response


took = Took(None)


# not executed: it tells the time
def time_of_the_last_request_to_begin_bad(request, response):
    took.process_request(request)
    return took.process_response(request, response)


class TookByRequest(MiddlewareMixin):
    def process_request(self, request):
        request.began = time.perf_counter()
        self.last = time.time()

    def process_response(self, request, response):
        response["X-Took"] = str(time.perf_counter() - request.began)
        return response


took_by_request = TookByRequest(None)


# not executed: it tells the time
def time_on_the_request_ok(request, response):
    took_by_request.process_request(request)
    return took_by_request.process_response(request, response)


class ChatAdmin(admin.ModelAdmin):
    found = []

    def get_queryset(self, request):
        self.found.append(request)  # error: 8, SIS002, "ChatAdmin.found"
        return list(self.found)


def list_of_an_admin_bad(user, message):
    return ChatAdmin().get_queryset(message)


class MemberAdmin(UserAdmin):
    def get_queryset(self, request):
        self.viewer = request  # error: 8, SIS004, "MemberAdmin.viewer"
        return self.get_ordering(request)

    def get_ordering(self, request):
        return [self.viewer]


members = MemberAdmin()


def viewer_of_an_admin_of_users_bad(user, message):
    return members.get_queryset(user)


class Store:
    items = ()


store = Store()
languages = []


class ChatConfig(AppConfig):
    def ready(self):
        languages.append(self.name)


def what_was_ready_ok(request):
    return list(languages)


language = "en"


# not executed: only a test sends the signal
@receiver(setting_changed)
def setting_that_a_test_changes_ok(setting, value):
    global language
    if setting == "LANGUAGE":
        language = value


def shown_in_a_language_ok(request, message):
    return f"{language}: {message}"


class News(Feed):
    name = None

    def get_object(self, request, name):
        before = self.name
        self.name = name  # error: 8, SIS004, "News.name"
        return before


feed = News()


def kept_on_the_feed_bad(user, message):
    return feed.get_object(None, message)


class Year:
    regex = "[0-9]{4}"
    last = None

    def to_python(self, value):
        before = self.last
        self.last = value  # error: 8, SIS004, "Year.last"
        return before

    def to_url(self, value):
        return str(value)


register_converter(Year, "year")
year = Year()


def kept_on_the_converter_bad(user, message):
    return year.to_python(message)


class Backend(BaseBackend):
    def authenticate(self, request, username=None):
        self.username = username
        return self.get_user(username)

    def get_user(self, user_id):
        return self.username


def kept_on_a_backend_ok(user, message):
    return Backend().authenticate(None, message)
