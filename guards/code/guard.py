"""The code guard: takes the code out of what a model wrote and reports what the rules find in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from guards.errors import GuardError
from guards.types import Budget, Finding, Fix, Stage, Subject

from .engine import Match, ScanResult
from .languages import likely
from .markdown import CodeBlock, code_blocks
from .scanner import LANGUAGES, Scanner
from .toolcalls import call_blocks
from .unfenced import bare_blocks, pre_blocks

MAX_BLOCKS = 400
SCORE_OF_CONFIDENCE = {"HIGH": 0.95, "MEDIUM": 0.75, "LOW": 0.4}


class CodeGuard:
    """Scans fenced, indented, inline and bare code, and the code inside tool calls' arguments.

    `revision` covers the rules and the engine; nothing but the text itself is looked at.
    """

    name = "code"
    context_free = True

    def __init__(self, scanner: Scanner | None = None) -> None:
        """With the rules that ship, or those of `scanner`.

        Raises:
            RuleError: a rule is wrong; names file and line.
        """
        self.scanner = scanner if scanner is not None else Scanner.load()

    @property
    def revision(self) -> str:
        return self.scanner.revision

    async def check(self, subject: Subject, budget: Budget) -> Sequence[Finding]:
        """What the rules find in `subject`, in the order of the text.

        Raises:
            GuardError: a parser or a rule failed; what it would have found is unknown, so the guard has no answer.
        """
        return self.scan(subject)

    def scan(self, subject: Subject) -> tuple[Finding, ...]:
        """`check` without a loop."""
        return self._judged(subject, self.scanner.scan)

    def _judged(self, subject: Subject, scan: Callable[[str, str], ScanResult]) -> tuple[Finding, ...]:
        is_call = subject.stage is Stage.TOOL_CALL
        blocks = call_blocks(subject.text, subject.tool) if is_call else _text_blocks(subject.text)
        if len(blocks) > MAX_BLOCKS:
            raise GuardError(f"{len(blocks)} pieces of code in one text; at most {MAX_BLOCKS} are judged")
        found: dict[tuple[str, tuple[int, int] | None], Finding] = {}
        for block in blocks:
            for finding in self._block(block, scan):
                found.setdefault((finding.label, finding.span), finding)
        return tuple(sorted(found.values(), key=lambda finding: finding.span or (0, 0)))

    def _block(self, block: CodeBlock, scan: Callable[[str, str], ScanResult]) -> Iterator[Finding]:
        """Findings in one piece of code, as every language that it may be in."""
        languages = likely(block.code, block.label)
        if (not languages or "shell" in languages) and (shell := self.scanner.shell_of(block.code)):
            languages = tuple(dict.fromkeys((*languages, shell)))
        for language in languages:
            if language not in LANGUAGES:
                continue
            result = scan(block.code, language)
            if result.errors:
                raise GuardError("; ".join(str(error) for error in result.errors[:3]))
            for match in result.matches:
                yield self._finding(match, block, language)

    def _finding(self, match: Match, block: CodeBlock, language: str) -> Finding:
        rule = self.scanner.rules[match.rule_id]
        return Finding(
            score=SCORE_OF_CONFIDENCE[rule.confidence],
            message=match.message,
            rule=match.rule_id,
            severity=rule.severity,
            treatment=rule.treatment,
            cwe=rule.cwe,
            span=block.span(match.start, match.end),
            language=language,
            fix=Fix(match.fix) if match.fix is not None else None,
        )


class DeepCodeGuard(CodeGuard):
    """The code guard's second tier: what the first finds, and what only Semgrep can find.

    It costs hundreds of milliseconds. Where the budget ends first, or Semgrep is not installed, the first tier's
    findings stand and the report says what is missing.
    """

    @property
    def revision(self) -> str:
        return f"{self.scanner.revision}+semgrep"

    async def check(self, subject: Subject, budget: Budget) -> Sequence[Finding]:
        """Raises:
        GuardError: Semgrep is absent, late or failed.
        """

        def both(code: str, language: str) -> ScanResult:
            fast = self.scanner.scan(code, language)
            deep = self.scanner.scan_deep(code, language, max(budget.remaining_ms, 1.0))
            return ScanResult((*fast.matches, *deep.matches), (*fast.errors, *deep.errors))

        return self._judged(subject, both)


def _text_blocks(text: str) -> Sequence[CodeBlock]:
    blocks = code_blocks(text)
    if "<pre" in text or "<PRE" in text:
        blocks += tuple(pre_blocks(text))
    if any(block.kind == "fence" for block in blocks):
        return blocks
    bare = tuple(bare_blocks(text))
    return bare if bare and bare[0].code == text else (*blocks, *bare)
