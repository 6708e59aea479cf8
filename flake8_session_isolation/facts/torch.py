"""torch: calls that set what the whole process shares.

Source: names only.
"""

from flake8_session_isolation.facts import Row, Setter

ROWS: tuple[Row, ...] = (
    Setter("torch.manual_seed", "torch.initial_seed()"),
    Setter("torch.set_default_device", "torch.get_default_device()"),
)
