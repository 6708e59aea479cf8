"""The administration of users and groups."""
from django.contrib.admin import ModelAdmin


class UserAdmin(ModelAdmin):
    pass


class GroupAdmin(ModelAdmin):
    pass
