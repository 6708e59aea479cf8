"""Slack Bolt: listeners of App run in a pool of threads, those of AsyncApp as tasks; the client of the app is one."""
import asyncio
import threading

from slack_bolt import App
from slack_bolt.async_app import AsyncApp

app = App()
tasks = AsyncApp()
mentions = []


@app.event("app_mention")
def mentions_of_all_workspaces_bad(event, say):
    mentions.append(event["text"])  # error: 4, SIS001, "mentions"
    say("noted")
    return list(mentions)


count = 0


@app.command("/count")
def count_in_threads_bad(command, ack):
    global count
    ack()
    before = count
    count = before + 1  # error: 4, SIS003, "count"
    return command["user_id"]


locked_count = 0
counting = threading.Lock()


@app.command("/count")
def count_under_a_lock_ok(command, ack):
    global locked_count
    ack()
    with counting:
        locked_count += 1
    return command["user_id"]


@app.action("sign_in")
def token_set_for_every_workspace_bad(body, client):
    app.client.token = body["token"]  # error: 4, SIS001, "token"
    return app.client.token


@app.action("sign_in")
def token_of_the_own_client_ok(body, client):
    return f"{client.token} for {body['user']}"


drafts = []


@tasks.message("draft")
async def asynchronous_listener_bad(message, say):
    drafts.append(message["text"])  # error: 4, SIS001, "drafts"
    await say("noted")
    return list(drafts)


threads = {}


@tasks.event("message")
async def answer_in_each_thread_ok(event, say):
    key = (event["channel"], event["thread_ts"])
    threads[key] = [event["text"]]
    await say("noted")
    return len(threads[key])


reactions = 0


def listener_registered_by_a_call_bad(event, say):
    global reactions
    before = reactions
    reactions = before + 1  # error: 4, SIS003, "reactions"
    return event["user"]


app.event("reaction_added")(listener_registered_by_a_call_bad)
last = ""


async def lazy_listener_sets_a_global_bad(body, say):
    global last
    last = body["text"]  # error: 4, SIS001, "last"
    await asyncio.sleep(0)
    return f"found {last}"


async def acknowledge(ack):
    await ack()


tasks.command("/find")(ack=acknowledge, lazy=[lazy_listener_sets_a_global_bad])
