"""langchain-community, as far as cases need it: histories of messages."""
