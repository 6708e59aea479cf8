"""OpenTelemetry: each call that starts a span makes a new one.

Source: opentelemetry-api 1.30.0 (opentelemetry/trace/__init__.py, Tracer.start_span).
"""

from flake8_session_isolation.facts import Row, Unique

ROWS: tuple[Row, ...] = (Unique("opentelemetry.trace.Tracer.start_span"),)
