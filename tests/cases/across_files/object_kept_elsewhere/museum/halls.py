class Hall:
    def __init__(self):
        self.pictures = []

    def hang(self, picture):
        self.pictures.append(picture)  # error: 8, SIS004, "'Hall.pictures'"

    def shown(self):
        return list(self.pictures)
