"""FastMCP's dependencies, as far as cases need them: the default is the provider."""


def Depends(dependency):
    return dependency
