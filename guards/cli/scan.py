"""`corral scan`: the code guard over files and folders."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from . import EXIT_FAILED, EXIT_FOUND, EXIT_NOTHING

MAX_FILE_BYTES = 2_000_000
SKIPPED_FOLDERS = frozenset({".git", ".venv", "venv", "node_modules", "__pycache__", "dist", "build", ".tox"})
_EXTRA_SUFFIXES = {"mjs": "javascript", "cc": "cpp", "hpp": "cpp", "h": "c"}


@click.command(
    epilog="""\b
Examples:
  corral scan src/
  corral scan app.py lib/ --format json
  corral scan . --rules my-rules/

\b
Exit codes: 0 nothing found, 1 something found, 2 a file could not be judged, or wrong use.
"""
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--rules", "rule_paths", multiple=True, type=click.Path(exists=True, path_type=Path),
    help="Rules to run instead of those that ship; may be repeated.",
)  # fmt: skip
def command(paths: Sequence[Path], form: str, rule_paths: Sequence[Path]) -> None:
    """Scan code files and folders for insecure code.

    The language is told by a file's ending; folders are walked, without those of tools (.git, node_modules ...).
    A file that can't be judged is reported and makes the exit code 2: silence would look like "secure".
    """
    from guards.code import Engine

    engine = Engine.load(list(rule_paths) or None)
    engine.check_rules()
    files = list(_files(paths))
    rows: list[dict[str, object]] = []
    failed = 0
    for path, language in files:
        try:
            if path.stat().st_size > MAX_FILE_BYTES:
                raise ValueError(f"is over {MAX_FILE_BYTES} bytes long")
            code = path.read_text("utf-8")
        except (OSError, ValueError) as error:
            failed += 1
            click.echo(f"{path}: can't be judged: {error}", err=True)
            continue
        result = engine.scan(code, language)
        for words in result.errors:
            failed += 1
            click.echo(f"{path}: can't be judged: {words}", err=True)
        for match in result.matches:
            rule = engine.rules[match.rule_id]
            line = code.count("\n", 0, match.start) + 1
            rows.append({
                "path": str(path), "line": line, "column": match.start - (code.rfind("\n", 0, match.start) + 1) + 1,
                "rule": rule.id, "severity": rule.severity, "confidence": rule.confidence, "cwe": list(rule.cwe),
                "message": match.message, "fix": match.fix, "language": language,
            })  # fmt: skip
            if form == "text":
                click.secho(f"{path}:{line}: ", nl=False, bold=True)
                click.secho(f"{rule.id} ", nl=False, fg="red" if rule.treatment == "block" else "yellow")
                click.echo(f"({rule.severity}, {', '.join(rule.cwe)})")
                click.echo(f"    {code.splitlines()[line - 1].strip()[:160]}\n    {match.message}")
                if match.fix:
                    click.echo(f"    fix: {match.fix}")
    if form == "json":
        click.echo(json.dumps({"files": len(files), "not_judged": failed, "findings": rows}, indent=1))
    click.echo(f"{len(files)} files, {len(rows)} findings, {failed} could not be judged", err=True)
    if not files:
        click.echo("no file with a known ending was found", err=True)
    raise click.exceptions.Exit(EXIT_FAILED if failed or not files else EXIT_FOUND if rows else EXIT_NOTHING)


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    from guards.code.languages import named

    def language(path: Path) -> str | None:
        suffix = path.suffix.removeprefix(".").lower()
        return _EXTRA_SUFFIXES.get(suffix) or (named(suffix) if suffix else None)

    for path in paths:
        if path.is_dir():
            for inner in sorted(path.rglob("*")):
                parts = inner.relative_to(path).parts
                if not SKIPPED_FOLDERS.intersection(parts[:-1]) and inner.is_file() and (found := language(inner)):
                    yield inner, found
        elif found := language(path):
            yield path, found
        else:
            raise click.UsageError(f"{path}: its ending names no language that can be scanned")
