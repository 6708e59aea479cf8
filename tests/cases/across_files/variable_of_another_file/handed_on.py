"""Hands on what stands elsewhere."""

from places import shared_list

__all__ = ["shared_list"]
