"""``report.html``: an audit as one page that can be forwarded; no script, font or picture from anywhere else."""

from .gathered import Gathered
from .page import MOST_REJECTED, render, template

__all__ = ["MOST_REJECTED", "Gathered", "render", "template"]
