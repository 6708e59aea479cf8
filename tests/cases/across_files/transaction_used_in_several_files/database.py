from sqlalchemy.orm import Session

orders = Session("engine")
notes = Session("engine")
