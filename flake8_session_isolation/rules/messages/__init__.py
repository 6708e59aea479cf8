"""The words of messages that depend on the access: what the place is, who reads it, what to do."""
