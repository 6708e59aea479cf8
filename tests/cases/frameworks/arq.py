"""arq: the jobs of one worker are tasks of one loop; what the start put into their context is one for all."""
import asyncio

from arq import cron, func
from arq.worker import Worker

mails = []


async def mails_of_all_jobs_bad(ctx, text):
    mails.append(text)  # error: 4, SIS001, "mails"
    await asyncio.sleep(0)
    return list(mails)


async def mails_of_one_job_ok(ctx, text):
    own = [text]
    await asyncio.sleep(0)
    return own


sent = {}


async def count_across_an_await_bad(ctx, user):
    before = sent.get("all", 0)
    await asyncio.sleep(0)
    sent["all"] = before + 1  # error: 4, SIS003, "sent"
    return user


languages = []


async def load_languages(ctx):
    for name in ("en", "fr"):
        await asyncio.sleep(0)
        languages.append(name)


begun = []


async def before_every_job(ctx):
    begun.append(ctx["job_id"])  # error: 4, SIS001, "begun"
    await asyncio.sleep(0)
    return list(begun)


async def hook_of_every_job_bad(ctx):
    return await before_every_job(ctx)


async def loaded_at_the_start_ok(ctx, user):
    await asyncio.sleep(0)
    return [*languages, user]


class WorkerSettings:
    functions = [mails_of_all_jobs_bad, mails_of_one_job_ok, func(count_across_an_await_bad, name="count")]
    cron_jobs = [cron(loaded_at_the_start_ok, hour=3)]
    on_startup = load_languages
    on_job_start = before_every_job


prices = []


async def load_prices(ctx):
    for price in ("one", "two"):
        await asyncio.sleep(0)
        prices.append(price)


async def prices_loaded_at_the_start_ok(ctx, user):
    await asyncio.sleep(0)
    return [*prices, user]


worker = Worker(functions=[prices_loaded_at_the_start_ok], on_startup=load_prices)


async def open_mailbox(ctx):
    ctx["mailbox"] = []
    ctx["limit"] = 10


# not executed: it takes what the worker has put there
async def kept_in_what_the_start_has_made_bad(ctx, text):
    ctx["mailbox"].append(text)  # error: 4, SIS001, "ctx['mailbox']"
    return list(ctx["mailbox"])


# not executed: it takes what the worker has put there
async def put_there_by_the_job_ok(ctx, text):
    ctx["limit"] = len(text)
    ctx["drafts"] = []
    ctx["drafts"].append(text)
    return ctx["limit"], ctx["drafts"]


mail_worker = Worker(functions=[kept_in_what_the_start_has_made_bad, put_there_by_the_job_ok], on_startup=open_mailbox)
