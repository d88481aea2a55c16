"""`corral scan`: the code guard over files and folders."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import EXIT_FAILED, EXIT_FOUND, EXIT_NOTHING
from ._counted import counted
from ._files import Selection, Skipped, Source, find_files, read_code
from ._findings import Located, locate, read_baseline, write_baseline
from ._fixes import diff, fixed

if TYPE_CHECKING:
    from guards.code import Scanner

DEEP_MS = 30_000.0  # for one file, where rules need Semgrep


@dataclass
class Scan:
    """What a run has gathered."""

    found: list[Located] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)  # (path, why it could not be judged)
    skipped: list[Skipped] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)  # of the files in which something was found
    files: int = 0

    @property
    def counting(self) -> list[Located]:
        return [one for one in self.found if one.counts]

    @property
    def exit_code(self) -> int:
        if self.errors or not self.files:
            return EXIT_FAILED
        return EXIT_FOUND if self.counting else EXIT_NOTHING


@click.command(
    epilog="""\b
Examples:
  corral scan src/
  corral scan 'lib/**/*.js' app.py --exclude '*_test.py' --format sarif > corral.sarif
  git show HEAD:app.py | corral scan - --language python
  corral scan . --baseline .corral-baseline.json --write-baseline   # accept what is there ...
  corral scan . --baseline .corral-baseline.json                    # ... and hear of new findings only
  corral scan src/ --fix              # show what the rules would rewrite
  corral scan src/ --fix --yes        # ... and rewrite it

\b
A finding is allowed by a comment on its line or alone on the line above, which must say why:
  subprocess.run(cmd, shell=True)  # corral: allow python-subprocess-shell because cmd is a constant of ours
One without a reason allows nothing and is itself reported.

\b
Exit codes: 0 nothing found, 1 something found, 2 a file could not be judged, or wrong use.
"""
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write there instead of to stdout.")
@click.option("--language", help="The language of stdin (PATH is -), or of all files whatever their endings.")
@click.option("--include", multiple=True, metavar="GLOB", help="Only such files; may be repeated.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="No such files or folders; may be repeated.")
@click.option("--max-bytes", type=click.IntRange(1), default=2_000_000, show_default=True, help="Longest file.")
@click.option(
    "--rules", "rule_paths", multiple=True, type=click.Path(exists=True, path_type=Path),
    help="Your own Semgrep rules, a file or a folder, beside those that ship; may be repeated.",
)  # fmt: skip
@click.option("--only-my-rules", is_flag=True, help="Leave out the rules that ship.")
@click.option("--baseline", type=click.Path(dir_okay=False, path_type=Path), help="Findings in this file are not new.")
@click.option("--write-baseline", is_flag=True, help="Write what is found now to the --baseline file; exits 0.")
@click.option("--fix", is_flag=True, help="Show the rewrites that rules offer, as a diff.")
@click.option("--yes", is_flag=True, help="With --fix: write them into the files.")
def command(
    paths: Sequence[str],
    form: str,
    output: Path | None,
    language: str | None,
    include: Sequence[str],
    exclude: Sequence[str],
    max_bytes: int,
    rule_paths: Sequence[Path],
    only_my_rules: bool,
    baseline: Path | None,
    write_baseline: bool,
    fix: bool,
    yes: bool,
) -> None:
    """Scan code files and folders for insecure code.

    A file's ending tells its language; folders are walked, without those of tools (.git, node_modules ...). Links are
    followed once. A file that can't be judged (too long, binary, nested too deep, a rule that failed) is reported and
    makes the exit code 2: silence would look like "secure".
    """
    if only_my_rules and not rule_paths:
        raise click.UsageError("--only-my-rules needs --rules")
    if write_baseline and baseline is None:
        raise click.UsageError("--write-baseline needs --baseline FILE")
    if yes and not fix:
        raise click.UsageError("--yes goes with --fix")
    if fix and form != "text":
        raise click.UsageError("--fix prints a diff: leave --format out")
    from guards.code import Scanner

    language = _known_language(language)
    scanner = Scanner.load(list(rule_paths), shipped=not only_my_rules)
    for rule in scanner.rules.values():
        if rule.engine == "none":
            click.echo(f"rule {rule.id} is not run: {rule.engine_reason}", err=True)
    scan = Scan()
    if list(paths) == ["-"]:
        _scan_stdin(scan, scanner, language, max_bytes)
    elif "-" in paths:
        raise click.UsageError("- (stdin) goes alone")
    else:
        _scan_files(scan, scanner, paths, Selection(tuple(include), tuple(exclude)), max_bytes, language)
    if baseline is not None and write_baseline:
        count = _written(baseline, scan)
        click.echo(f"{counted(count, 'finding')} written to {baseline}", err=True)
        _summary(scan)
        raise click.exceptions.Exit(EXIT_FAILED if scan.errors else EXIT_NOTHING)
    if baseline is not None:
        known = read_baseline(baseline)
        scan.found = [replace(one, known=one.fingerprint in known) for one in scan.found]
    if fix:
        _fix(scan, scanner, write=yes)
    else:
        text = _shown(scan, scanner, form, baseline is not None)
        if output is not None:
            output.write_text(text, "utf-8")
        else:
            click.echo(text, nl=False)
    _summary(scan)
    raise click.exceptions.Exit(scan.exit_code)


def _known_language(name: str | None) -> str | None:
    from guards.code.languages import LANGUAGES, named

    if name is None:
        return None
    language = named(name)
    if language is None or language not in (*LANGUAGES, "powershell"):
        raise click.UsageError(f"--language: {name!r} is none of {', '.join(LANGUAGES)}, powershell")
    return language


def _scan_stdin(scan: Scan, scanner: Scanner, language: str | None, max_bytes: int) -> None:
    from guards.code.languages import likely

    raw = sys.stdin.buffer.read(max_bytes + 1)
    try:
        if len(raw) > max_bytes:
            raise ValueError(f"is over {max_bytes} bytes long (--max-bytes)")
        code = raw.decode("utf-8-sig")
    except ValueError as error:
        scan.files += 1
        scan.errors.append(("-", str(error)))
        return
    guesses = (language,) if language else likely(code)
    if not guesses:
        raise click.UsageError("stdin: its language can't be told; name it with --language")
    for guess in guesses:
        _judge(scan, scanner, "-", code, guess)
    scan.files = 1


def _scan_files(
    scan: Scan, scanner: Scanner, paths: Sequence[str], selection: Selection, max_bytes: int, language: str | None
) -> None:
    from rich.console import Console
    from rich.progress import Progress

    sources: list[Source] = []
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("looking for files", total=None)
        for one in find_files(paths, selection):
            if isinstance(one, Source):
                sources.append(one)
            else:
                scan.skipped.append(one)
        progress.update(bar, description="scanning", total=len(sources))
        for source in sources:
            try:
                code = read_code(source.path, max_bytes)
            except (OSError, ValueError) as error:
                words = error.strerror if isinstance(error, OSError) else error
                scan.errors.append((str(source.path), str(words)))
                scan.files += 1
            else:
                _judge(scan, scanner, str(source.path), code, language or source.language)
            progress.advance(bar)
    scan.errors += [(str(one.path), one.reason) for one in scan.skipped if not one.harmless]
    for path, words in scan.errors:
        click.echo(f"{path}: can't be judged: {words}", err=True)
    for one in scan.skipped:
        if one.harmless:
            click.echo(f"{one.path}: skipped: {one.reason}", err=True)
    if not sources:
        click.echo("no file with a known ending was found", err=True)


def _judge(scan: Scan, scanner: Scanner, path: str, code: str, language: str) -> None:
    result = scanner.scan(code, language)
    deep = scanner.scan_deep(code, language, DEEP_MS)
    scan.files += 1
    scan.errors += [(path, words) for words in (*result.errors, *deep.errors)]
    found = locate(code, path, language, (*result.matches, *deep.matches), scanner.rules)
    if found:
        scan.texts[path] = code
        seen = {one.fingerprint for one in scan.found}
        scan.found += [one for one in found if one.fingerprint not in seen]


def _written(baseline: Path, scan: Scan) -> int:
    try:
        return write_baseline(baseline, scan.found)
    except OSError as error:
        raise click.UsageError(f"--baseline: {baseline} can't be written: {error.strerror}") from None


def _fix(scan: Scan, scanner: Scanner, *, write: bool) -> None:
    changed = 0
    for path, code in scan.texts.items():
        mine = [one for one in scan.found if one.path == path]
        text, done = fixed(code, mine)
        if not done:
            continue
        click.echo(diff(path, code, text), nl=False)
        changed += len(done)
        if not write or path == "-":
            continue
        again = scanner.scan(text, mine[0].language)
        if again.errors or len(again.matches) > len(mine):
            scan.errors.append((path, "the fixed text could not be judged or holds new findings: it was not written"))
            click.echo(f"{path}: {scan.errors[-1][1]}", err=True)
            continue
        try:
            if Path(path).read_bytes() != code.encode("utf-8"):
                raise OSError(None, "it is not plain UTF-8, or was changed meanwhile")
            Path(path).write_bytes(text.encode("utf-8"))
        except OSError as error:
            scan.errors.append((path, f"was not rewritten: {error.strerror}"))
            click.echo(f"{path}: {scan.errors[-1][1]}", err=True)
            continue
        scan.found = [one for one in scan.found if one not in done]
    left = sum(one.counts and one.fix is None for one in scan.found)
    words = f"{counted(changed, 'rewrite')} {'written' if write else 'offered (--fix --yes writes them)'}"
    click.echo(f"{words}, none for {counted(left, 'finding')}" if left else words, err=True)


def _shown(scan: Scan, scanner: Scanner, form: str, has_baseline: bool) -> str:
    if form == "sarif":
        from ._sarif import sarif

        log = sarif(scan.found, scanner.rules, scan.errors, base_known=has_baseline)
        return json.dumps(log, indent=1, ensure_ascii=False) + "\n"
    if form == "json":
        return json.dumps(_as_json(scan, scanner), indent=1, ensure_ascii=False) + "\n"
    return "".join(_as_text(one, scanner) for one in scan.counting)


def _as_json(scan: Scan, scanner: Scanner) -> dict[str, Any]:
    return {
        "rules_revision": scanner.revision,
        "files": scan.files,
        "not_judged": len({path for path, _ in scan.errors}),
        "errors": [{"path": path, "status": "error", "reason": words} for path, words in scan.errors],
        "skipped": [{"path": str(one.path), "reason": one.reason} for one in scan.skipped if one.harmless],
        "findings": [one.row() for one in scan.found if one.counts],
        "allowed": [one.row() for one in scan.found if one.allowed_because is not None],
        "in_baseline": sum(one.known for one in scan.found),
    }


def _as_text(one: Located, scanner: Scanner) -> str:
    colour = "red" if one.treatment == "block" else "yellow"
    words = f"({one.severity}, {', '.join(one.cwe) or 'no CWE'})"
    lines = [
        click.style(f"{one.path}:{one.line}:{one.column}: ", bold=True)
        + click.style(one.rule, fg=colour)
        + f" {words}",
        f"    {one.snippet[:160]}",
        f"    {one.message}",
    ]
    if one.fix is not None:
        lines.append(f"    fix: {one.fix}")
    return "".join(line + "\n" for line in lines)


def _summary(scan: Scan) -> None:
    allowed = sum(one.allowed_because is not None for one in scan.found)
    known = sum(one.known for one in scan.found)
    words = [counted(scan.files, "file"), counted(len(scan.counting), "finding")]
    words += [f"{allowed} allowed by comments"] if allowed else []
    words += [f"{known} in the baseline"] if known else []
    words.append(f"{len({path for path, _ in scan.errors})} could not be judged")
    click.echo(", ".join(words), err=True)
