"""Where sessions meet: summaries and execution contexts of one linted file in; accesses of two sessions to one place out."""
