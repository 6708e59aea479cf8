from .halls import Hall

__all__ = ["Hall"]
