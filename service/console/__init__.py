"""The console: a page for operators, served by the proxy itself; off unless the config says so, and behind an admin key."""

from .doors import add_console
from .feed import Feed
from .settings import ConsoleSettings

__all__ = ["ConsoleSettings", "Feed", "add_console"]
