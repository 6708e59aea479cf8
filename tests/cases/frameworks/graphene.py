"""Graphene: resolvers run in threads."""
import graphene

history = []
visits = 0


class Query(graphene.ObjectType):
    answer = graphene.String()

    def resolve_answer(self, info, message):
        history.append(message)  # error: 8, SIS001, "history"
        return list(history)


def resolver_bad(user, message):
    return Query().resolve_answer(None, message)


class Visits(graphene.ObjectType):
    def resolve_visits(self, info):
        global visits
        before = visits
        visits = before + 1  # error: 8, SIS003, "visits"


def resolver_counts_bad(user):
    return Visits().resolve_visits(None)


class Own(graphene.ObjectType):
    def resolve_own(self, info, message):
        said = []
        said.append(message)
        return said


def list_of_its_own_ok(user, message):
    return Own().resolve_own(None, message)


sent = []


class Send(graphene.Mutation):
    def mutate(self, info, message):
        sent.append(message)  # error: 8, SIS001, "sent"
        return list(sent)


def mutation_bad(user, message):
    return Send().mutate(None, message)


given = []


def given_as_a_resolver_bad(user, message):
    given.append(message)  # error: 4, SIS001, "given"
    return list(given)


field = graphene.Field(str, resolver=given_as_a_resolver_bad)


class Account:
    def __init__(self):
        self.user = None

    def resolve(self, following, root, info):
        before = self.user
        self.user = info  # error: 8, SIS004, "Account.user"
        return before


account = Account()
schema = graphene.Schema(query=Query)
schema.execute("{ answer }", middleware=[account])


def kept_on_the_object_of_a_middleware_bad(user, message):
    return account.resolve(None, None, message)
