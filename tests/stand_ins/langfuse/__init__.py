"""Stands in for Langfuse."""
