"""What is filtered under the lock is the present list; what was filtered under it before is an old one."""
import asyncio
import threading


class Queue:
    def __init__(self):
        self.lock = threading.Lock()
        self.waiting = []

    def enter(self, user):
        with self.lock:
            self.waiting.append(user)

    def leave(self, user):
        with self.lock:
            for name in self.waiting:
                if name == user:
                    found = name
                    break
            else:
                return "unknown"
        with self.lock:
            self.waiting = list(filter(lambda name: name != found, self.waiting))
        return found


queue = Queue()


def one_visit(user):
    queue.enter(user)
    return queue.leave(user)


# not executed: two visits of one user leave together
async def present_list_is_filtered_ok(user):
    return await asyncio.to_thread(one_visit, user)


class OldQueue:
    def __init__(self):
        self.lock = threading.Lock()
        self.waiting = []

    def enter(self, user):
        with self.lock:
            self.waiting.append(user)

    def leave(self, user):
        with self.lock:
            left = list(filter(lambda name: name != user, self.waiting))
        with self.lock:
            self.waiting = left  # error: 12, SIS008, "released before 'OldQueue.waiting' is used again"
        return user


old_queue = OldQueue()


def one_old_visit(user):
    old_queue.enter(user)
    return old_queue.leave(user)


async def old_list_is_filtered_bad(user):
    return await asyncio.to_thread(one_old_visit, user)
