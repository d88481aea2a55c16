"""What a reader is told of insecure code in an answer: a note after the block, or a comment in the code's own syntax."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .types import Finding

Style = Literal["annotate", "comment"]

MAX_FINDINGS = 10
MAX_MESSAGE_CHARS = 400
MAX_FIX_CHARS = 600

_COMMENTS = {"python": "#", "shell": "#", "powershell": "#"}  # the others have //


def note(
    findings: Sequence[tuple[Finding, int | None]],
    style: Style,
    *,
    fixes: bool = True,
    indent: str = "",
    mark: str = "```",
) -> str:
    """The note about `findings`, each with its line in the block, counted from 1 (None: not known).

    The text stands on lines of its own and ends with a line's end. `indent` is what the block's lines begin with: that of
    a list or of a quote. `mark` is the block's fence: no note contains it, so that none opens or closes a block.
    """
    told = findings[:MAX_FINDINGS]
    rest = len(findings) - len(told)
    lines: list[str] = []
    if style == "comment":
        sign = _COMMENTS.get(told[0][0].language or "", "//")
        lines += [f"{sign} Insecure: {_where(line)}{_said(finding)}" for finding, line in told]
        lines += [f"{sign} Insecure: {rest} more findings"] if rest else []
    else:
        lines += ["", "> **Insecure code:**", ">"]
        for finding, line in told:
            lines.append(f"> - {_where(line)}{_said(finding)}")
            if fixes and (rewrite := _rewrite(finding)) is not None:
                lines.append(f">   Instead: `{rewrite}`")
        lines += [f"> - {rest} more findings"] if rest else []
        lines.append("")
    return "".join(f"{indent}{line.replace(mark, mark[:2])}".rstrip(" ") + "\n" for line in lines)


def _where(line: int | None) -> str:
    return "" if line is None else f"line {line}: "


def _said(finding: Finding) -> str:
    cwe = f" ({', '.join(finding.cwe)})" if finding.cwe else ""
    return f"{_flat(finding.message)[:MAX_MESSAGE_CHARS]} [{finding.label}{cwe}]"


def _rewrite(finding: Finding) -> str | None:
    """The rule's safe rewrite on one line; None where there is none that can be shown so."""
    if finding.fix is None:
        return None
    flat = _flat(finding.fix.replacement)
    many_lines = "\n" in finding.fix.replacement.strip()
    return None if many_lines or "`" in flat or not flat or len(flat) > MAX_FIX_CHARS else flat


def _flat(text: str) -> str:
    """On one line: what a rule quotes from the code must neither end a comment nor begin a block."""
    return " ".join(text.split()).replace("*/", "* /").replace("?>", "? >")
