"""`corral audit`: logs of any kind, judged under a policy."""

from __future__ import annotations

import os
import shlex
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from ..audit import Against, Position
    from ..policy import Policy

ACTIONS = ("flag", "redact", "block")
PLAIN_EVERY_S = 15.0  # a line of progress where stderr is no terminal


def _since(context: click.Context, parameter: click.Parameter, value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter("is no date or time: 2026-10-01, or 2026-10-01T12:00:00Z") from None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _map(context: click.Context, parameter: click.Parameter, value: str | None) -> dict[str, str] | None:
    if value is None:
        return None
    pairs = [pair.partition("=") for pair in value.split(",")]
    if not all(target.strip() and field.strip() for target, _, field in pairs):
        raise click.BadParameter("write TARGET=FIELD,TARGET=FIELD, as in prompt=question,response=answer")
    return {target.strip(): field.strip() for target, _, field in pairs}


def _sample(context: click.Context, parameter: click.Parameter, value: str) -> float:
    try:
        share = float(value[:-1]) / 100 if value.endswith("%") else float(value)
    except ValueError:
        share = -1.0
    if not 0 < share <= 1:
        raise click.BadParameter("is no share: 5% or 0.05")
    return share


@click.command(
    short_help="Judge a log: what a policy would have stopped.",
    epilog="""\b
Inputs are files, globs, folders or - for stdin; .jsonl .json .csv .tsv .parquet .log, also as .gz and .zst.
Formats, told by a row's own fields: OpenAI requests, responses, pairs and batch files; Anthropic; Corral's decision
log; LiteLLM's StandardLoggingPayload; vLLM's request log; Hugging Face chats; plain prompt and response fields.

\b
Examples:
  corral audit logs/ --out audit
  corral audit 'logs/2026-10-*.jsonl.gz' --out october --policy policy.yaml --since 2026-10-01
  corral audit chats.parquet --out audit --map prompt=question,response=answer,time=asked_at
  zcat huge.jsonl.gz | corral audit - --out audit --sample 5%
  corral audit logs/ --out audit --ray auto
  corral audit audit/decisions.jsonl --out new --policy new.yaml --against recorded   # what would change: no model runs

\b
Results in --out: decisions.jsonl and decisions.parquet (a decision a record), summary.json, report.html, findings.sarif
(code), rejected.jsonl (rows that could not be read, and why). A run that was cut off is taken up by the same command.

\b
Exit codes: 0 done, 1 done and something was found that --fail-on names, 2 an input was damaged, a guard could not
judge some records, or wrong use.
""",
)
@click.argument("inputs", nargs=-1, required=True)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Folder for the results.")
@click.option("--policy", "policy_file", type=click.Path(exists=True, dir_okay=False), help="A policy file.")
@click.option(
    "--map", "columns", callback=_map, help="Fields by name: prompt=F,response=F,id=F,time=F,key=F,model=F ..."
)
@click.option("--format", "format_", help="What the rows are, where their fields don't tell it.")
@click.option(
    "--kind", type=click.Choice(["lines", "csv", "parquet"]), help="What the files are, whatever their ending."
)
@click.option("--since", callback=_since, help="Only records from this day or time on.")
@click.option(
    "--sample", callback=_sample, default="100%", show_default=True, help="A share of the rows, always the same."
)
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=os.cpu_count() or 1,
    show_default="one a core",
    help="Processes that judge.",
)
@click.option("--ray", "ray_address", help="Judge on a Ray cluster instead: auto, HOST:6379 or ray://HOST:10001.")
@click.option("--ray-actors", type=click.IntRange(1), help="Actors on the cluster; as many as it has room for.")
@click.option(
    "--ray-gpus", type=click.FloatRange(0), default=0.0, help="GPUs an actor takes, for a policy with big models."
)
@click.option("--max-rejects", type=click.IntRange(0), help="Stop where more rows than this can't be read.")
@click.option("--max-line-bytes", type=click.IntRange(1_000), default=16_000_000, show_default=True)
@click.option("--include-text", is_flag=True, help="Keep the texts in the results; without it they hold none.")
@click.option(
    "--against", metavar="POLICY|DECISIONS|recorded",
    help="Say what changes: against another policy file, an earlier audit's decisions.jsonl, or what the log recorded.",
)  # fmt: skip
@click.option("--no-report", is_flag=True, help="Don't write report.html; needs no jinja2.")
@click.option("--no-parquet", is_flag=True, help="Don't write decisions.parquet; needs no pyarrow.")
@click.option("--overwrite", is_flag=True, help="Begin anew, whatever --out holds.")
@click.option(
    "--fail-on", type=click.Choice(ACTIONS), help="Exit code 1 where a record got this action or a stronger one."
)
@click.option("--quiet", is_flag=True, help="No progress.")
def command(
    inputs: tuple[str, ...],
    out: Path,
    policy_file: str | None,
    columns: dict[str, str] | None,
    format_: str | None,
    kind: Any,
    since: datetime | None,
    sample: float,
    workers: int,
    ray_address: str | None,
    ray_actors: int | None,
    ray_gpus: float,
    max_rejects: int | None,
    max_line_bytes: int,
    include_text: bool,
    against: str | None,
    no_report: bool,
    no_parquet: bool,
    overwrite: bool,
    fail_on: str | None,
    quiet: bool,
) -> None:
    """Judge a log: what went through, and what this policy would have stopped.

    Every record gets the decision that the proxy would have made, with the same guards and the same policy file; a
    policy in monitor mode is taken as enforced.
    """
    from ..audit import Options, Plan, find_inputs, run
    from ..policy import default_policy, load_policy
    from ._audit_sarif import write_sarif

    policy = _enforced(load_policy(policy_file) if policy_file else default_policy())
    compared = _against(against, out)
    plan = Plan(
        inputs=find_inputs(inputs, kind),
        out=out,
        options=Options(policy, include_text, columns, format_, since, compared),
        workers=workers,
        sample=sample,
        max_rejects=max_rejects,
        max_line_bytes=max_line_bytes,
        overwrite=overwrite,
        parquet=not no_parquet,
        report=not no_report,
        made_with=shlex.join(["corral", *sys.argv[1:]]),
    )
    executor = None
    if ray_address is not None:
        from ..audit.ray import RayExecutor

        executor = RayExecutor(ray_address, ray_actors, gpus=ray_gpus)
    began = time.monotonic()
    try:
        with _progress(quiet) as progressed:
            summary = run(plan, executor=executor, progressed=progressed)
    except KeyboardInterrupt:
        click.echo("stopped; the same command goes on from the last checkpoint", err=True)
        raise click.Abort from None
    findings = write_sarif(out)
    _tell(summary, out, findings, time.monotonic() - began)
    sys.exit(_exit_code(summary, fail_on))


def _enforced(policy: Policy) -> Policy:
    """In monitor mode nothing is ever blocked: an audit of that would say nothing of what the policy finds."""
    if policy.mode != "monitor":
        return policy
    click.echo(f"policy {policy.name!r} is in monitor mode: the audit says what enforcing it would have done", err=True)
    return policy.model_copy(update={"mode": "enforce"})


def _against(value: str | None, out: Path) -> Against:
    from ..audit import Against
    from ..audit.against import table_of
    from ..policy import load_policy

    if value is None:
        return Against()
    if value == "recorded":
        return Against(recorded=True, name="what the log recorded")
    path = Path(value)
    if not path.is_file():
        raise click.BadParameter(f"there is no {value}; give a policy file, a decisions.jsonl, or the word recorded")
    if path.suffix in (".yaml", ".yml"):
        return Against(policy=_enforced(load_policy(path)))
    out.mkdir(parents=True, exist_ok=True)
    return Against(table=table_of(path, out), name=value)


def _exit_code(summary: dict[str, Any], fail_on: str | None) -> int:
    if not summary["complete"] or summary["rows"]["unanswered"] or not summary["rows"]["judged"]:
        return 2  # an audit of nothing would look like one that found nothing
    found = ACTIONS[ACTIONS.index(fail_on) :] if fail_on else ()
    return int(any(summary["actions"][action]["count"] for action in found))


def _tell(summary: dict[str, Any], out: Path, findings: int, seconds: float) -> None:
    from rich.console import Console
    from rich.table import Table

    rows = summary["rows"]
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in ("action", "records", "share", "95% interval"):
        table.add_column(column, justify="left" if column == "action" else "right")
    for action, rate in summary["actions"].items():
        if rate["rate"] is not None:
            table.add_row(
                action, f"{rate['count']:,}", f"{rate['rate']:.2%}", f"{rate['low']:.2%} to {rate['high']:.2%}"
            )
    console = Console()
    if table.row_count:
        console.print(table)
    read = ", ".join(f"{count:,} {name}" for name, count in summary["formats"].items())
    console.print(f"{rows['judged']:,} records judged in {seconds:.1f} s; read as: {read or 'nothing'}")
    if not rows["judged"]:
        console.print("nothing was judged: is it a log, with rows that --since and --sample leave in?", style="red")
    if rows["rejected"]:
        console.print(
            f"{rows['rejected']:,} rows could not be read; why stands in {out / 'rejected.jsonl'}", style="yellow"
        )
    if rows["passed_over"]:
        console.print(f"{rows['passed_over']:,} lines of a text log tell of no request")
    if rows["unanswered"]:
        console.print(f"{rows['unanswered']:,} records have a guard that could not judge", style="red")
    for reason in summary["damaged"].values():
        console.print(f"damaged: {reason}", style="red", markup=False)
    if summary["against"]:
        changes = ", ".join(f"{count:,} {name}" for name, count in summary["changes"].items()) or "nothing changes"
        console.print(f"against {summary['against']}: {changes}", markup=False)
    if findings:
        console.print(f"{findings:,} findings in code are in {out / 'findings.sarif'}", markup=False)
    report = out / "report.html"
    console.print(f"results in {out}" + (f"; look at {report}" if report.exists() else ""), markup=False)


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[Position], None]]:
    """A bar with rate and time left on a terminal, a line now and then elsewhere."""
    if quiet:
        yield lambda position: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    began = last = time.monotonic()

    def rate(rows: int) -> str:
        return f"{rows:,} rows, {rows / max(time.monotonic() - began, 1e-9):,.0f} a second"

    if not console.is_terminal:

        def tell(position: Position) -> None:
            nonlocal last
            if time.monotonic() - last >= PLAIN_EVERY_S:
                last = time.monotonic()
                share = f"{position.read_bytes / position.total_bytes:.0%}, " if position.total_bytes else ""
                click.echo(f"{share}{rate(position.rows)}", err=True)

        yield tell
        return
    columns = (
        TextColumn("judging"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TextColumn("{task.fields[told]}"),
    )
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as progress:
        bar = progress.add_task("judging", total=None, told="")

        def show(position: Position) -> None:
            progress.update(
                bar, total=position.total_bytes or None, completed=position.read_bytes, told=rate(position.rows)
            )

        yield show
