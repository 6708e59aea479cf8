"""The server of BlackSheep."""
