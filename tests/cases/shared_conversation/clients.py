"""A client is for everybody as long as it is only used; what is set on it goes with whatever is asked next."""
import httpx
import requests
from fastapi import FastAPI
from flask import Flask

app = FastAPI()
site = Flask(__name__)
client = httpx.AsyncClient()


@app.get("/orders")
async def token_of_the_user_on_the_client_bad(token):
    before = dict(client.headers)
    client.headers["Authorization"] = f"Bearer {token}"  # error: 4, SIS009, "client.headers"
    return before, await client.get("/orders")


plain = requests.Session()


@site.get("/profile")
def headers_updated_in_a_thread_bad(token):
    plain.headers.update({"Authorization": token})  # error: 4, SIS009, "plain.headers"
    return plain.get("/profile")


signed = requests.Session()


@site.post("/sign")
def credentials_of_the_user_bad(user, password):
    signed.auth = (user, password)  # error: 4, SIS009, "signed.auth"
    return signed.get("/profile")


reused = httpx.AsyncClient(headers={"Accept": "application/json"})


@app.get("/reused")
async def client_that_is_only_used_ok(token):
    return await reused.get("/orders", headers={"Authorization": token})


@site.post("/own")
def client_of_the_request_ok(user, password):
    with requests.Session() as own:
        own.auth = (user, password)
        own.headers["User"] = user
        return own.get("/profile")


clients = {}


@app.get("/kept")
async def client_kept_for_the_user_ok(user):
    own = clients.setdefault(user, httpx.AsyncClient())
    own.headers["User"] = user
    return await own.get("/orders")


class Service:
    def __init__(self, secret):
        self.client = httpx.AsyncClient()
        self.secret = secret

    async def renew(self):
        token = await self.client.get("/token", headers={"Secret": self.secret})
        self.client.headers["Authorization"] = str(len(token))

    async def orders(self):
        await self.renew()
        return len(await self.client.get("/orders"))


service = Service("secret")


@app.get("/service")
async def token_of_the_service_itself_ok(user):
    await service.orders()
    return user
