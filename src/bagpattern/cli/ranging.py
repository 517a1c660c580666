"""``bagpattern range``: one bag in all sizes, cloths, papers and languages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from bagpattern.cli._command import Command
from bagpattern.cli._options import Amount, parts_option
from bagpattern.ranges.hands import LONGEST, MOST_PROCESSES, SHORTEST

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from bagpattern.ranges.running import Outcome

_EVERY = 2.0
"""Seconds between two lines of progress."""


@click.command("range", cls=Command)
@click.argument("spec", metavar="SPEC", type=click.Path())
@click.option(
    "-o", "--output", metavar="FOLDER", help="Where it is made; what is there is gone on with.  [default: ./ID/]"
)
@click.option("--list", "listed", is_flag=True, help="Only tell what would be made.")
@click.option("--shard", metavar="K/N", help="Make the part K of N alone; a run without it puts all parts together.")
@click.option(
    "--processes",
    type=click.IntRange(1, MOST_PROCESSES),
    metavar="N",
    help="So many at once.  [default: one for each processor]",
)
@click.option(
    "--limit",
    type=Amount(SHORTEST, LONGEST),
    metavar="SECONDS",
    help="A variant that takes longer is ended, and told.  [default: 120]",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Have it made by a running dask cluster, such as tcp://scheduler:8786 (extra cluster).",
)
@parts_option
@click.pass_context
def command(
    ctx: click.Context,
    spec: str,
    output: str | None,
    listed: bool,
    shard: str | None,
    processes: int | None,
    limit: float | None,
    cluster: str | None,
) -> None:
    """Draft a bag in all sizes, cloths, papers and languages.

    SPEC is a file that names a preset and axes. Every variant is proved; one that cannot be made is a row of the
    manifest with its reason and what would fit, and makes the exit status 1. What is unchanged is left alone; Ctrl-C
    keeps what is made, and the same command goes on.

    \b
      bagpattern range sleeves.toml --list
      bagpattern range sleeves.toml -o out/
      bagpattern range sleeves.toml -o out/ --shard 1/4
    """
    if cluster is not None and (processes is not None or limit is not None):
        raise click.UsageError("--cluster has its own processes and limits: leave --processes and --limit out")
    if listed:
        _list(spec, shard)
        return
    with _executor(cluster) as hired:
        outcome = _made(spec, output, shard=shard, processes=processes, limit=limit, **hired)
    _told(outcome)
    if outcome.refused or outcome.stopped or outcome.interrupted:
        ctx.exit(1)


def _list(spec: str, shard: str | None) -> None:
    """Each variant in a line, and how many there are."""
    from bagpattern.ranges.plan import Plan
    from bagpattern.ranges.reading import read_range
    from bagpattern.ranges.running import read_shard
    from bagpattern.ranges.variant import WHOLE

    plan = Plan(read_range(spec))
    plan.prove()
    wanted = read_shard(shard) if shard is not None else WHOLE
    start, end = wanted.bounds(plan.total)
    for each in plan.variants(wanted):
        click.echo(f"{each.name}  {', '.join(f'{axis} {word}' for axis, word in each.words.items())}")
    of = f" of {plan.total}" if shard is not None else ""
    click.echo(f"{end - start}{of} variants: {', '.join(plan.spec.formats)}")


@contextmanager
def _executor(address: str | None) -> Iterator[dict[str, Any]]:
    if address is None:
        yield {}
        return
    from bagpattern.ranges.hired import cluster

    with cluster(address) as (executor, count):
        hired: dict[str, Executor | int] = {"executor": executor, "at_once": count}
        yield hired


def _made(spec: str, output: str | None, **how: Any) -> Outcome:
    """The range made; the first Ctrl-C ends it with what is made by then."""
    from pathlib import Path

    from bagpattern.layout.engines.watch import Watch
    from bagpattern.ranges.running import make_range

    with Watch() as watch:
        folder = output or Path(spec).stem
        return make_range(spec, folder, progress=_Progress(), stop=lambda: watch.stopped, **how)


class _Progress:
    """Tells now and then how far it is."""

    def __init__(self) -> None:
        self.start = self.last = monotonic()

    def __call__(self, outcome: Outcome) -> None:
        now = monotonic()
        if now - self.last < _EVERY:
            return
        new = outcome.done - outcome.unchanged
        left = (outcome.total - outcome.done) * (now - self.start) / new if new else 0.0
        told = f", about {_time(left)} left" if new else ""
        refused = f", {outcome.refused} refused" if outcome.refused else ""
        click.echo(f"{outcome.done} of {outcome.total}{refused}{told}", err=True)
        self.last = now


def _time(seconds: float) -> str:
    return (
        f"{seconds:.0f} s"
        if seconds < 120
        else f"{seconds / 60:.0f} min"
        if seconds < 7200
        else f"{seconds / 3600:.0f} h"
    )


def _told(outcome: Outcome) -> None:
    """What went wrong on standard error, then the sum of it all."""
    for trouble in outcome.troubles:
        click.echo(f"warning: {trouble}", err=True)
    for each in outcome.refusals:
        click.echo(f"{each.name}: {each.why}" + (f"; what would fit: {each.fits}" if each.fits else ""), err=True)
    more = outcome.refused + outcome.stopped - len(outcome.refusals)
    if more:
        click.echo(f"and {more} more, in the manifest", err=True)
    if outcome.interrupted:
        click.echo("stopped: what is made is kept; the same command goes on", err=True)
    counts = [(outcome.made, "made"), (outcome.unchanged, "unchanged"), (outcome.refused, "refused")]
    counts += [(outcome.stopped, "not finished")] if outcome.stopped else []
    click.echo(f"{outcome.total} variants: {', '.join(f'{count} {what}' for count, what in counts)}")
    if outcome.page:
        click.echo(str(outcome.page))
