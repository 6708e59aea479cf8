import httpx

client = httpx.AsyncClient()
plain = httpx.AsyncClient()


def signed_in(token=""):
    client.headers["Authorization"] = token  # error: 4, SIS009, "client.headers"
    return client


def as_it_is():
    return plain
