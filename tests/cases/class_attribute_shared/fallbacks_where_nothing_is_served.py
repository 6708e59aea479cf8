"""Another name of a class attribute, in a file that serves nothing: a change by that name is one of the attribute."""


class Leaflet:
    links = ["home"]

    def shown_to(self, user):
        links = self.links or []
        links.append(user)  # error: 8, SIS002, "'Leaflet.links'"
        return " ".join(links)


def fallback_of_a_filled_list_bad(user_id):
    return Leaflet().shown_to(user_id)


class CopiedLeaflet:
    links = ["home"]

    def shown_to(self, user):
        links = list(self.links or [])
        links.append(user)
        return " ".join(links)


def fallback_of_a_copy_ok(user_id):
    return CopiedLeaflet().shown_to(user_id)


class ReadLeaflet:
    links = ["home"]

    def shown_to(self, user):
        links = self.links or []
        return " ".join([*links, user])


def fallback_that_is_read_ok(user_id):
    return ReadLeaflet().shown_to(user_id)
