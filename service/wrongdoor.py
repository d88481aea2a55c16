"""What to say to who knocks where there is no door: most often a client whose address is nearly right."""

from __future__ import annotations

from guards.dialects import DIALECTS

JUDGED = tuple(dialect.path for dialect in DIALECTS)
POSTED = (*JUDGED, "/v1/check", "/v1/moderations")
DOORS = (*POSTED, "/v1/models")


def meant(method: str, path: str) -> str | None:
    """What the caller most likely meant; None where nothing speaks for anything."""
    if path in DOORS:
        wanted = "POST" if path in POSTED else "GET"
        return f"ask it with {wanted}, not with {method}"
    if path.startswith("/v1/v1/"):
        return "it has /v1 twice: let the client's address (base_url) end in one"
    if f"/v1{path}" in DOORS:
        return f"did you mean /v1{path}? The client's address (base_url) ends in /v1"
    if path == "/console":
        return "the console is off: `console: {enabled: true}` in the config, and a key with the scope admin"
    if path == "/":
        return "an OpenAI client's address (base_url) is this one with /v1 behind it; /readyz says whether all is well"
    return None
