"""A class of another file gives its attributes' defaults; who sets one calls a method there, who reads it names it here."""
from desk import Desk, get_desk
from fastapi import Depends, FastAPI

hotel = FastAPI()


@hotel.get("/guest")
async def guest_of_the_desk_ok(user, desk: Desk = Depends(get_desk)):
    return desk.guest == user


# missed: the file of the desk reports it
# not executed: another request reads it
@hotel.post("/seat")
async def missed_seated_at_the_desk_bad(user, message, desk: Desk = Depends(get_desk)):
    desk.seat(user)
    return message


@hotel.get("/language")
async def same_language_for_all_ok(user, desk: Desk = Depends(get_desk)):
    desk.speak("de")
    return desk.language
