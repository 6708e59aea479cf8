"""Only the other file imports the library: here a conversation is a variable, or an object that a call gives."""
from chains import Assistant, forgetful, kept, new_chain
from fastapi import FastAPI

app = FastAPI()


@app.post("/kept")
async def chain_of_the_other_file_bad(user_id: str, message: str):
    return await kept.apredict(input=message)  # error: 17, SIS009, "talks to 'chains.kept'"


made = new_chain()


@app.post("/made")
async def chain_that_the_other_file_makes_bad(user_id: str, message: str):
    return await made.apredict(input=message)  # error: 17, SIS009, "talks to 'made'"


assistant = Assistant()


@app.post("/assistant")
async def chain_of_an_object_that_all_share_bad(user_id: str, message: str):
    return await assistant.chain.apredict(input=message)  # error: 17, SIS009, "Assistant.chain"


@app.post("/forgetful")
async def chain_without_memory_ok(user_id: str, message: str):
    return await forgetful.apredict(input=message)


@app.post("/plain")
async def object_with_a_chain_without_memory_ok(user_id: str, message: str):
    return await assistant.plain.apredict(input=message)


@app.post("/new")
async def chain_that_is_made_for_the_request_ok(user_id: str, message: str):
    return await new_chain().apredict(input=message)


chains = {}


@app.post("/users")
async def chain_of_each_user_ok(user_id: str, message: str):
    chain = chains.setdefault(user_id, new_chain())
    return await chain.apredict(input=message)
