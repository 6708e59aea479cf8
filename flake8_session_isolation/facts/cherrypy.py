"""CherryPy: coroutine functions are not accepted, plain ones run in worker threads.

Source: cherrypy v18.10.0 snapshot (2025-11-20) (cherrypy/__init__.py:200, 299-309).
"""

from flake8_session_isolation.facts import Handler, How, Registers, Row, Runs, Serve, Served, SessionProxy

_SERVED = Served(None, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("cherrypy.expose", _SERVED),
    Handler("cherrypy.tools.register", _SERVED),
    Registers("cherrypy.quickstart", _SERVED, position=0, keywords=("root",)),
    Registers("cherrypy.tree.mount", _SERVED, position=0, keywords=("root",)),
    Runs("cherrypy.engine.subscribe", How.ONCE, position=1, keyword="callback"),
    SessionProxy("cherrypy.session", _SERVED),
    SessionProxy("cherrypy.request", _SERVED),
    SessionProxy("cherrypy.response", _SERVED),
    SessionProxy("cherrypy.serving"),
)
