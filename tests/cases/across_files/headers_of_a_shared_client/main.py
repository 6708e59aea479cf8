"""The providers of a route stand in another module, and one of them changes a client that all requests share."""
from typing import Annotated

from backend import as_it_is, signed_in
from fastapi import Depends, FastAPI

app = FastAPI()


@app.get("/orders")
async def headers_that_a_provider_sets_ok(client: Annotated[object, Depends(signed_in)]):
    return str(client)


@app.get("/goods")
async def client_that_a_provider_gives_ok(client: Annotated[object, Depends(as_it_is)], token):
    return str(await client.get("/goods", headers={"Authorization": token}))
