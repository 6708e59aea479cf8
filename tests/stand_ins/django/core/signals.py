"""What the cases use of `django.core.signals`."""

setting_changed = object()
