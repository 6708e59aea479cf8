"""langchain-core, as far as cases need it: histories, and runnables that keep one for each session."""
