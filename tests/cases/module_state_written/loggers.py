"""A logger that is got again is the one that was there; what is kept beside it is not."""
import asyncio
import logging

from fastapi import FastAPI

app = FastAPI()
log = logging.getLogger("app")
level = "INFO"


@app.post("/configure")
async def logger_got_again_ok(name):
    global log
    log = logging.getLogger("app")
    await asyncio.sleep(0)
    log.debug("configured by %s", name)
    return "done"


@app.post("/level")
async def level_asked_by_one_user_bad(name):
    global level
    level = name  # error: 4, SIS001, "level"
    await asyncio.sleep(0)
    log.debug("set")
    return f"level {level}"


@app.get("/level")
async def told_level(name):
    log.debug("asked by %s", name)
    return f"level {level}"
