"""What names mean across the modules of the project: `Module`s and facts in, a `Program` out.

Symbols, inheritance, which objects a variable may hold, the call graph, injected objects; and `inference`, astroid's
door.
"""
