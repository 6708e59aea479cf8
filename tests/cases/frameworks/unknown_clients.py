"""A library's object in a module's variable is one for all requests: what a handler sets on it, others use."""
from courier import Courier
from fastapi import FastAPI

app = FastAPI()
courier = Courier()


@app.post("/send")
def set_in_a_thread_bad(user, message):
    courier.signature = user  # error: 4, SIS001, "courier.signature"
    return courier.send(message)


postman = Courier()


# not executed: another request uses what this one sets
@app.post("/sign")
async def set_for_another_request_bad(user):
    postman.signature = user  # error: 4, SIS001, "postman.signature"
    return "signed"


@app.post("/post")
async def used_in_another_request_ok(message):
    return len(postman.send(message)) > 0


runner = Courier()


@app.post("/run")
async def set_and_used_in_one_step_ok(user, message):
    runner.signature = user
    return runner.send(message)


@app.post("/run-again")
async def set_and_used_in_one_step_elsewhere_ok(user, message):
    runner.signature = user
    return runner.send(message)


@app.post("/own")
def own_object_ok(user, message):
    own = Courier("own")
    own.signature = user
    return own.send(message)


rider = Courier()


@app.post("/ride")
def named_for_all_ok(user, message):
    rider.name = "rider"
    return rider.send(message)
