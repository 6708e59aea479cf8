"""Django REST framework: views, permissions and serializers are made for each request."""
from rest_framework.decorators import api_view
from rest_framework.permissions import BasePermission
from rest_framework.viewsets import ViewSet

history = []


@api_view(["POST"])
def view_bad(user, message):
    history.append(message)  # error: 4, SIS001, "history"
    return list(history)


last = None


class Chats(ViewSet):
    permission_classes = [BasePermission]

    def create(self, request):
        global last
        before = last
        last = request  # error: 8, SIS001, "last"
        return before

    def list(self, request):
        self.message = request
        return self.message


def action_of_a_set_bad(user, message):
    return Chats().create(message)


def kept_on_a_set_ok(user, message):
    return Chats().list(message)


class MayRead(BasePermission):
    def has_permission(self, request, view):
        self.user = request
        return self.user


def kept_on_a_permission_ok(user, message):
    return MayRead().has_permission(message, None)
