"""An object that is made of the present one, in one step, is up to date whatever was tested before; a count may not be."""
import asyncio


async def fetched(page):
    await asyncio.sleep(0)
    return page


class Summary:
    def __init__(self, page, before):
        self.page = page
        self.before = before


class Browser:
    def __init__(self):
        self.summary = None

    async def look(self, page):
        if self.summary is not None and self.summary.page == page:
            return self.summary
        found = await fetched(page)
        present = self.summary
        made = Summary("page", present.page if present else None)
        self.summary = made
        return Summary(found, None)


browser = Browser()


async def summary_made_of_the_present_one_ok(page):
    made = await browser.look(page)
    return made.page


class Hall:
    def __init__(self):
        self.seats = 1

    async def take(self, user_id):
        if self.seats > 0:
            await fetched(user_id)
            present = self.seats
            self.seats = present - 1  # error: 12, SIS003, "seats"
            return True
        return False


hall = Hall()


async def last_seat_is_taken_twice_bad(user_id):
    return await hall.take(user_id)
