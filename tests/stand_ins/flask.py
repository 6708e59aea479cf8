"""Flask, as far as cases need it to be imported: decorators give back the function, proxies hold what is set."""
import sys
import types


def given_back(*_arguments, **_options):
    return lambda function: function


class Flask:
    route = get = post = put = delete = errorhandler = cli_command = given_back

    def __init__(self, _name, **_options):
        self.config = {}

    def before_request(self, function):
        return function

    after_request = teardown_request = context_processor = before_first_request = before_request

    def add_url_rule(self, _rule, endpoint=None, view_func=None, **_options):
        return view_func

    def register_blueprint(self, blueprint, **_options):
        return blueprint


class Blueprint(Flask):
    def __init__(self, name, _import_name, **_options):
        super().__init__(name)

    before_app_request = record = Flask.before_request


g = types.SimpleNamespace()
session = {}
request = types.SimpleNamespace(form={})
current_app = types.SimpleNamespace(config={})


def jsonify(value):
    return value


class _View:
    @classmethod
    def as_view(cls, _name, *arguments, **options):
        return lambda: cls(*arguments, **options)


views = types.ModuleType("flask.views")
sys.modules["flask.views"] = views
views.View = views.MethodView = _View
