"""The slice: a `Program` in; entry points, shared places and the functions that reach them out."""
