"""uvicorn: a server that a program makes for its application.

Source: uvicorn 0.54 documentation (Config and Server instances; uvicorn.run).
"""

from flake8_session_isolation.facts import BeginsServing, Row

ROWS: tuple[Row, ...] = (
    BeginsServing("uvicorn.Config"),
    BeginsServing("uvicorn.Server"),
    BeginsServing("uvicorn.run"),
)
