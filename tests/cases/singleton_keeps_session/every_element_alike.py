"""Elements that an object makes once and keeps are those of all sessions."""
import asyncio


class Check:
    def __init__(self, name):
        self.name = name
        self.visitor = None

    async def prepare(self):
        await asyncio.sleep(0)


class Entrance:
    def __init__(self, names):
        self.names = names
        self.checks = [Check(each) for each in names]

    async def let_in(self, visitor):
        for check in self.checks:
            check.visitor = visitor  # error: 12, SIS004, "Entrance.checks"
        for check in self.checks:
            await check.prepare()
        return [check.visitor for check in self.checks]


entrance = Entrance(["ticket", "bag"])


async def elements_of_an_object_set_bad(user_id, message):
    return await entrance.let_in(user_id)


class Gate:
    def __init__(self, names):
        self.names = names

    @property
    def checks(self):
        return [Check(each) for each in self.names]

    async def let_in(self, visitor):
        checks = self.checks
        for check in checks:
            check.visitor = visitor
        for check in checks:
            await check.prepare()
        return [check.visitor for check in checks]


gate = Gate(["ticket"])


async def made_by_a_property_each_time_ok(user_id, message):
    return await gate.let_in(user_id)


class Porter:
    tenant = None

    async def carry(self, bag):
        await asyncio.sleep(0)
        return f"{self.tenant}: {bag}"


class Crew:
    def __init__(self, porters):
        self.porters = porters

    async def carry(self, tenant, bag):
        for porter in self.porters:
            porter.tenant = tenant  # error: 12, SIS004, "Crew.porters"
        carried = []
        for porter in self.porters:
            carried.append(await porter.carry(bag))
        return carried


crew = Crew([Porter(), Porter()])


async def elements_at_work_for_one_bad(user_id, message):
    return await crew.carry(user_id, message)


class Team:
    def __init__(self, porters):
        self.porters = porters

    async def carry(self, tenant, bag):
        for porter in self.porters:
            porter.tenant = "the house"
        carried = []
        for porter in self.porters:
            carried.append(await porter.carry(bag))
        return carried


team = Team([Porter(), Porter()])


async def elements_at_work_for_the_house_ok(user_id, message):
    return await team.carry(user_id, message)


class Lamp:
    def __init__(self, name):
        self.name = name
        self.level = "off"
        self.shown = "off"

    async def update(self):
        await asyncio.sleep(0)
        self.shown = "on"


class House:
    def __init__(self):
        self.lamps = [Lamp("hall"), Lamp("stairs")]

    async def dim(self, level):
        for lamp in self.lamps:
            lamp.level = level
            await lamp.update()


house = House()


# benign race: the lamps are everybody's, and the last who dims them counts
async def done_to_what_all_have_ok(user_id, level):
    await house.dim(level)
    return user_id
