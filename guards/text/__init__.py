"""Text made ready to be judged: normalised, with a map back to the original, and cut into windows."""

from .prepare import View, prepare
from .windows import Window, windows

__all__ = ["View", "Window", "prepare", "windows"]
