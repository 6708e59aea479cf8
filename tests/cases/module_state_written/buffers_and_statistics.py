"""What is gathered for a writer, a sum or an operator reaches no other session, until a handler gives it to its own."""
import asyncio

written = 0


async def write(batch):
    global written
    await asyncio.sleep(0)
    written += len(batch)


buffer = []


async def flush():
    global buffer
    batch, buffer = buffer, []
    await write(batch)


async def buffer_swapped_by_its_writer_ok(user_id, message):
    buffer.append(message)
    if len(buffer) >= 2:
        await flush()
    return "kept"


rows = []


async def flush_rows():
    batch = list(rows)
    rows.clear()
    await write(batch)


async def buffer_copied_and_cleared_by_its_writer_ok(user_id, message):
    rows.append(message)
    if len(rows) >= 2:
        await flush_rows()
    return "kept"


lines = []


async def flush_lines():
    global lines
    batch, lines = lines, []
    await write(batch)
    return batch


async def buffer_given_to_whoever_flushes_bad(user_id, message):
    lines.append(message)  # error: 4, SIS001, "lines"
    await asyncio.sleep(0)
    return await flush_lines()


_notes = None


def get_notes():
    global _notes
    if _notes is not None:
        return _notes
    _notes = []
    return _notes


async def list_of_a_getter_bad(user_id, message):
    get_notes().append(message)  # error: 4, SIS001, "_notes"
    await asyncio.sleep(0)
    return list(get_notes())


drafts = []


async def buffer_read_by_whoever_appends_bad(user_id, message):
    drafts.append(message)  # error: 4, SIS001, "drafts"
    await asyncio.sleep(0)
    return list(drafts)


async def own_buffer_given_back_ok(user_id, message):
    mine = [message]
    await write(mine)
    return mine


total = 0
requests = 0


async def sum_read_by_another_function_ok(user_id, message):
    global total, requests
    total += len(message)
    requests += 1
    await asyncio.sleep(0)
    return message


async def mean():
    return total / (requests or 1)


spent = 0.0


async def amount_read_by_another_function_ok(user_id, amount):
    global spent
    spent += float(len(amount))
    await asyncio.sleep(0)
    return amount


def spent_so_far():
    return f"{spent:.2f}"


log = []


async def literal_appended_and_counted_ok(user_id, message):
    log.append("started")
    await asyncio.sleep(0)
    return message


async def length_of_the_log():
    return len(log)


said = []


async def message_appended_bad(user_id, message):
    said.append(message)  # error: 4, SIS001, "said"
    await asyncio.sleep(0)
    return ", ".join(said)


languages = []


async def start():
    for name in ("en", "fr"):
        languages.append(name)
        await asyncio.sleep(0)


async def list_filled_at_the_start_ok(user_id):
    await asyncio.sleep(0)
    return f"{user_id} may choose from {', '.join(languages)}"


endpoint = "localhost"


async def set_endpoint(value):
    global endpoint
    endpoint = value


async def setting_of_the_library_read_ok(user_id, message):
    await asyncio.sleep(0)
    return f"{endpoint} was asked {message}"


speaker = None


async def set_speaker(value):
    global speaker
    speaker = value  # error: 4, SIS001, "speaker"


async def setter_called_and_read_after_a_pause_bad(user_id, message):
    await set_speaker(user_id)
    await asyncio.sleep(0)
    return f"{speaker}: {message}"
