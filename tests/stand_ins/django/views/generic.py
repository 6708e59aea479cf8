"""Views for common pages."""
from django.views import View


class TemplateView(View):
    pass


ListView = TemplateView
