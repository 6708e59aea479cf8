"""SQLAlchemy's extensions."""
