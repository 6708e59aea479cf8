"""Stand-in for the command line of Streamlit."""


def main() -> None:
    """Serve a script."""
