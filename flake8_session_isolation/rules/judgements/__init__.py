"""Judgements that several rules share: each answers one question about the accesses to one place."""
