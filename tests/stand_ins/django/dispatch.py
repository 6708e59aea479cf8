"""What the cases use of `django.dispatch`."""


def receiver(signal):
    """Leaves the function as it is."""
    return lambda function: function
