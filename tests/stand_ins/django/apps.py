"""An application's configuration, made once."""


class AppConfig:
    pass
