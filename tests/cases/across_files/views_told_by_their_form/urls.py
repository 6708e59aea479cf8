"""The views of another file are given to Django; that file tells of them, so this one need not."""
from django.urls import path
from pages import recall, remember

urlpatterns = [path("remember", remember), path("recall", recall)]


# missed: only the file that defines the views reports it
def missed_remembered_by_a_view_of_this_form_bad(user_id):
    remember(user_id)
    return recall(user_id)
