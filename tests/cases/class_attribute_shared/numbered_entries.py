"""A number that each instance counts from a constant on is no key that keeps instances apart; what it is given may be."""


class Quiz:
    answers = {}

    def __init__(self, player):
        self.player = player
        self.position = 0

    def answer(self, text):
        self.answers[self.position] = text  # error: 8, SIS002, "Quiz.answers"
        self.position += 1

    def all_answers(self):
        return list(self.answers.values())


def numbered_by_each_instance_bad(user_id, message):
    quiz = Quiz(user_id)
    quiz.answer(message)
    return quiz.all_answers()


class Sheet:
    rows = {}

    def __init__(self, player):
        self.player = player
        self.position = 0

    def write(self, text):
        self.rows[self.player] = text
        self.position += 1


def entry_of_the_player_ok(user_id, message):
    sheet = Sheet(user_id)
    sheet.write(message)
    return sheet.player


class Form:
    def __init__(self, player):
        self.player = player
        self.position = 0
        self.answers = {}

    def answer(self, text):
        self.answers[self.position] = text
        self.position += 1


def dict_of_each_instance_ok(user_id, message):
    form = Form(user_id)
    form.answer(message)
    return list(form.answers.values())
