"""An administrator who removes what another has just removed is told so by the error."""
import asyncio

from fastapi import APIRouter, Depends

router = APIRouter()
plugins = {}
notes = {}
uses = 0


class Rights:
    @staticmethod
    async def get_admin_user():
        await asyncio.sleep(0)


async def stop(name):
    await asyncio.sleep(0)


# benign race: of two administrators who remove one plugin the second is told that there is none
@router.delete("/plugins")
async def plugin_removed_by_an_administrator_ok(name, _=Depends(Rights.get_admin_user)):
    plugins.setdefault(name, name)
    await stop(name)
    if name in plugins:
        await stop(name)
        del plugins[name]
    return name


@router.delete("/notes")
async def note_removed_by_its_user_bad(user_id):
    notes.setdefault(user_id, user_id)
    await stop(user_id)
    if user_id in notes:
        await stop(user_id)
        del notes[user_id]  # error: 12, SIS003, "notes"
    return user_id


@router.put("/uses")
async def number_counted_by_administrators_bad(name, _=Depends(Rights.get_admin_user)):
    global uses
    before = uses
    await stop(name)
    uses = before + 1  # error: 4, SIS003, "uses"
    return uses
