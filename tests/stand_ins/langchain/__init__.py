"""langchain as it was before 1.0, as far as cases need it: memories, and chains that keep one."""
