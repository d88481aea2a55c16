"""Text made ready to be judged: normalised and undisguised, with a map back to the original, and cut into windows."""

from .prepare import prepare
from .view import View
from .views import views
from .windows import Cut, Window, cut, sentences, windows

VERSION = "3"  # of what the functions here answer; part of the revision of every guard that judges views

__all__ = ["VERSION", "Cut", "View", "Window", "cut", "prepare", "sentences", "views", "windows"]
