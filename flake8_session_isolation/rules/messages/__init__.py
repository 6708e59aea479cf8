"""The wording of messages that depends on the access: kind of place, reader, cure."""
