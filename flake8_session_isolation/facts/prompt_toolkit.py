"""prompt_toolkit: prompts at the program's own terminal.

Source: prompt_toolkit 3.0.52 (prompt_toolkit/shortcuts/prompt.py: PromptSession.prompt, prompt_async, prompt).
"""

from flake8_session_isolation.facts import AsksTerminal, Row

ROWS: tuple[Row, ...] = (
    AsksTerminal("prompt_toolkit.PromptSession.prompt"),
    AsksTerminal("prompt_toolkit.PromptSession.prompt_async"),
    AsksTerminal("prompt_toolkit.shortcuts.PromptSession.prompt"),
    AsksTerminal("prompt_toolkit.shortcuts.PromptSession.prompt_async"),
    AsksTerminal("prompt_toolkit.prompt"),
    AsksTerminal("prompt_toolkit.shortcuts.prompt"),
)
