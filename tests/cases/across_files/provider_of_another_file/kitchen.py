from typing import Annotated

from fastapi import Depends
from pantry import get_menu, get_waiter

Menu = Annotated[list, Depends(get_menu)]
Waiter = Annotated[object, Depends(get_waiter)]
