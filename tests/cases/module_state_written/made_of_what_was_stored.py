"""What a function makes of a place that it has set itself is made of the same session's data."""
from fastapi import FastAPI

app = FastAPI()


def make_index(text):
    return {"words": text.split()}


def make_chain(index):
    return {"answers from": index["words"]}


index = None
chain = None


@app.post("/upload")
async def made_of_a_variable_set_before_bad(user_id, text):
    global index, chain
    before = chain
    index = make_index(text)
    chain = make_chain(index)  # error: 4, SIS001, "sets 'chain'"
    return before and before["answers from"]


@app.get("/ask")
async def who_asks_gets_the_last_one(user_id):
    return chain and chain["answers from"]


kept_index = None


@app.post("/upload/own")
async def made_for_this_call_only_ok(user_id, text):
    global kept_index
    kept_index = make_index(text)
    own = make_chain(kept_index)
    return own["answers from"]


settings = None
client = None


@app.get("/client")
async def made_of_settings_ok(user_id, text):
    global settings, client
    if settings is None:
        settings = make_index("the same for all")
        client = make_chain(settings)
    return client["answers from"]


total = 0
average = 0.0
calls = 0


@app.post("/count")
async def made_of_a_total_ok(user_id, text):
    global total, calls, average
    calls += 1
    total += len(text)
    average = total / calls
    return "counted"


document = None


# not executed: it would write a file
@app.post("/document")
def made_of_a_file_that_was_saved_bad(user_id, upload):
    global document
    path = "document.txt"
    upload.save(path)
    document = read_file(path)  # error: 4, SIS001, "sets 'document'"
    return "saved"


def read_file(path):
    with open(path) as file:
        return {"words": file.read().split()}


@app.get("/document")
async def who_reads_the_document():
    return document["words"]


template = None


# not executed: it would write a file
@app.post("/template")
def made_of_another_file_ok(user_id, upload):
    global template
    path, other = "document.txt", "template.txt"
    upload.save(path)
    template = read_file(other)
    return template["words"]
