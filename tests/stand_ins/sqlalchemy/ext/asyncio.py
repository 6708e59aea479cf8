"""Sessions that wait for the database."""
import asyncio

from sqlalchemy.orm import Session


class AsyncSession(Session):
    async def commit(self):
        await asyncio.sleep(0)
        return super().commit()
