"""Commands judged before they run: shell scripts, PowerShell, and the commands that other languages' code starts.

A script becomes commands as the shell would see them (quotes gone, known variables and encodings resolved, wrappers such
as ``sudo`` taken off, the code of ``sh -c`` and ``eval`` read in turn); rules with ``mode: command`` are matched on those.
"""

from .judge import CommandJudge

__all__ = ["CommandJudge"]
