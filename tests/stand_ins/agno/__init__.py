"""agno, as far as cases need it: an agent with a history goes on with the session that it began first."""
