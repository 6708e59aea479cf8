"""OpenTelemetry, as far as cases need it."""
