"""Tests of the plugin; `tests/cases` holds programs that are read, and may be run, but are no tests."""
