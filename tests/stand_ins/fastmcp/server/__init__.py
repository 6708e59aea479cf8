"""Stands in for fastmcp.server."""
