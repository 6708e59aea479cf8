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


class Basket:
    amounts = {}

    def put(self, name):
        self.amounts[name] = self.amounts.get(name, 0) + 1  # error: 8, SIS002, "'put' stores into 'Basket.amounts'"

    def total(self):
        return [f"{amount} {name}" for name, amount in self.amounts.items()]


def sum_of_each_instance_bad(user_id, item):
    basket = Basket()
    basket.put(item)
    return [user_id, basket.total()]


class OwnBasket:
    def __init__(self):
        self.amounts = {}

    def put(self, name):
        self.amounts[name] = self.amounts.get(name, 0) + 1

    def total(self):
        return [f"{amount} {name}" for name, amount in self.amounts.items()]


def sum_of_an_own_dict_ok(user_id, item):
    basket = OwnBasket()
    basket.put(item)
    return [user_id, basket.total()]


class Attempts:
    by_user = {}

    def note(self, user):
        self.by_user[user] = self.by_user.get(user, 0) + 1

    def of(self, user):
        return self.by_user[user]


def number_under_the_key_of_the_user_ok(user_id):
    attempts = Attempts()
    attempts.note(user_id)
    return attempts.of(user_id) > 0
