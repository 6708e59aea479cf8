"""Stand-in for the part of Streamlit that serves scripts."""
