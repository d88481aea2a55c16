"""What the Dockerfile says a container runs, read well enough to run the same commands as processes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
DOCKERFILE = DEPLOY / "images" / "Dockerfile"


@dataclass(frozen=True)
class Image:
    """One target of the Dockerfile, with what it has from those it begins with."""

    target: str
    base: str
    user: str = ""
    entrypoint: tuple[str, ...] = ()
    command: tuple[str, ...] = ()
    health: tuple[str, ...] | None = None
    env: tuple[tuple[str, str], ...] = ()
    ports: tuple[int, ...] = ()
    copies: tuple[str, ...] = ()  # paths of the checkout
    locks: tuple[str, ...] = ()  # files of requirements that were installed, there or in a stage copied from


@cache
def images() -> dict[str, Image]:
    found: dict[str, Image] = {}
    image = Image("", "")
    for keyword, rest in _instructions(DOCKERFILE.read_text("utf-8")):
        if keyword == "FROM":
            base, _, target = rest.partition(" AS ")
            image = replace(found.get(base, Image("", base)), target=target, base=base)
        elif keyword == "USER":
            image = replace(image, user=rest)
        elif keyword == "ENTRYPOINT":
            image = replace(image, entrypoint=tuple(json.loads(rest)), command=())
        elif keyword == "CMD":
            image = replace(image, command=tuple(json.loads(rest)))
        elif keyword == "HEALTHCHECK":
            said = rest.partition("CMD ")[2]
            image = replace(image, health=tuple(json.loads(said)) if said else None)
        elif keyword == "EXPOSE":
            image = replace(image, ports=tuple(int(port) for port in rest.split()))
        elif keyword == "ENV":
            pairs = [tuple(pair.split("=", 1)) for pair in rest.split()]
            image = replace(image, env=image.env + tuple(pairs))  # type: ignore[arg-type]
        elif keyword == "COPY":
            words = rest.split()
            if words[0].startswith("--from="):
                image = replace(image, locks=image.locks + found[words[0].removeprefix("--from=")].locks)
            else:
                image = replace(image, copies=image.copies + tuple(words[:-1]))
        elif keyword == "RUN":
            image = replace(image, locks=image.locks + tuple(re.findall(r"-r (\w+\.lock)", rest)))
        found[image.target] = image
    found.pop("", None)
    return found


def _instructions(text: str) -> list[tuple[str, str]]:
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in joined.splitlines() if line.strip()]
