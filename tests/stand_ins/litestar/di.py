"""Dependencies."""


def Provide(dependency, **_options):
    return dependency
