"""An augmented assignment changes the object that the class has, before the instance gets it."""


class LabelsBad:
    labels = ["all"]

    def __init__(self, label):
        self.labels += [label]  # error: 8, SIS002, "LabelsBad.labels"

    def text(self):
        return ", ".join(self.labels)


def constructor_extends_the_list_of_all_bad(label):
    return LabelsBad(label).text()


class HeadersBad:
    headers = {"Accept": "text/plain"}

    def __init__(self, token):
        self.headers |= {token: "known"}  # error: 8, SIS002, "HeadersBad.headers"


def constructor_updates_the_dict_of_all_bad(token):
    return dict(HeadersBad(token).headers)


class HeadersOk:
    headers = {"Accept": "text/plain"}

    def __init__(self, token):
        self.headers = self.headers | {"Authorization": token}


def constructor_makes_a_dict_of_its_own_ok(token):
    return dict(HeadersOk(token).headers)


class CopiedOk:
    headers = {"Accept": "text/plain"}

    def __init__(self, token):
        self.headers = dict(self.headers)
        self.headers |= {"Authorization": token}


def constructor_updates_its_own_copy_ok(token):
    return dict(CopiedOk(token).headers)


class CountedOk:
    calls = 0
    names = ()

    def __init__(self, name):
        self.calls += 1
        self.names += (name,)


def numbers_and_tuples_are_replaced_ok(name):
    return CountedOk(name).names


class FoldersBad:
    folders = {"inbox": "INBOX", "sent": "SENT"}

    def __init__(self, user):
        for key in list(self.folders):
            self.folders[key] = f"{user}/{self.folders[key]}"  # error: 12, SIS002, "FoldersBad.folders"


def constructor_rewrites_each_entry_of_a_copied_list_bad(user):
    return FoldersBad(user).folders["inbox"]


class NotedOk:
    folders = {}

    def __init__(self, names):
        self.folders = {}
        for name in list(names):
            self.folders[name] = name.upper()


def constructor_fills_its_own_table_ok(names):
    return NotedOk([names]).folders
