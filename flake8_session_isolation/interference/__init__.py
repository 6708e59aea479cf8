"""Where sessions meet: from summaries and execution contexts of one linted file to accesses of two sessions."""
