"""What a listener says by calling `say` or `respond` is its reply, as what it returns is."""
from slack_bolt import App

app = App()
topics = set()


# not executed: the library gives the functions by which a listener answers
@app.command("/topic")
def all_topics_in_the_answer_bad(command, ack, respond):
    ack()
    topics.add(command["text"])  # error: 4, SIS001, "topics"
    respond(", ".join(sorted(topics)))


counted = set()


# not executed: the library gives the functions by which a listener answers
@app.command("/count")
def number_in_the_answer_ok(command, ack, respond):
    ack()
    counted.add(command["text"])
    respond(f"{len(counted)} topics")


seen = set()


# not executed: the library gives the functions by which a listener answers
@app.event("message")
def each_message_once_ok(event, say):
    if event["client_msg_id"] in seen:
        return
    seen.add(event["client_msg_id"])
    say("noted")


users = set()


# not executed: the library calls the next listener
@app.middleware
def handed_on_to_the_next_listener_ok(context, body, next):
    users.add(body["user"])
    context["users"] = users
    next(context, users)
