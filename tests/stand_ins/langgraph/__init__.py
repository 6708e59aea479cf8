"""LangGraph, as far as cases need it: a graph goes on where the thread stopped that a call names."""
