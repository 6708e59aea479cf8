"""What is worth a closer look: a `Program` in; entry points, shared places and the functions that reach them out."""
