"""The engines of a guard, as a policy names them: the embedded model, and the gated ones that a user has."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator

EMBEDDED = "embedded"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class LlamaGuardTier(_Strict):
    """A Llama Guard 3: behind a server (`url` and `backend`), or in this process (`backend: transformers`)."""

    backend: Literal["vllm", "llamacpp", "sglang", "tgi", "ollama", "transformers"]
    url: str | None = Field(default=None, description="the server's address without a path: http://127.0.0.1:8000")
    model: str = Field(default="", description="what the server calls it; with transformers, its folder")
    key_env: str | None = Field(default=None, description="the environment variable that holds the server's key")
    version: Literal["8b", "1b", "11b-vision"] = "8b"
    categories: dict[str, str | None] = Field(
        default_factory=dict, description="S6: null drops one; a text rewords or adds one"
    )
    max_tokens: Annotated[int, Field(ge=1_000, le=128_000)] = 4_096
    device: str | None = Field(default=None, description="with transformers: cpu, cuda, cuda:1")
    name: str | None = None

    @model_validator(mode="after")
    def _has_its_place(self) -> LlamaGuardTier:
        if self.backend == "transformers":
            if self.url is not None:
                raise ValueError("`backend: transformers` runs in this process: leave `url` out, give `model: FOLDER`")
            if not self.model:
                raise ValueError("`model` is missing: the folder with the weights")
        elif self.url is None:
            raise ValueError(f"`url` is missing: the address of the {self.backend} server")
        elif not self.url.startswith(("http://", "https://")):
            raise ValueError("`url` must begin with http:// or https://")
        elif self.backend in ("vllm", "ollama") and not self.model:
            raise ValueError(f"`model` is missing: {self.backend} wants to know which of its models to run")
        return self


class PromptGuardTier(_Strict):
    """A Prompt Guard that `corral export prompt-guard` wrote."""

    model: str = Field(min_length=1, description="the export's folder, relative to this policy")
    window_tokens: Annotated[int, Field(ge=16, le=4_096)] | None = Field(
        default=None, description="of a window; the model's own length unless given. 128 is faster on long texts"
    )
    threads: Annotated[int, Field(ge=1, le=64)] = 2
    name: str | None = None


class RemoteTier(_Strict):
    """The guard as a service of its own, which `corral serve content|injection|code` runs."""

    url: str = Field(pattern=r"^https?://", description="the service's address without a path: http://10.0.0.7:8090")
    key_env: str | None = Field(default=None, description="the environment variable that holds the service's key")
    name: str | None = None


class TierEntry(_Strict):
    """One entry of `tiers`: the word `embedded`, or one of the models below with its settings."""

    embedded: Literal[True] | None = None
    llama_guard: LlamaGuardTier | None = None
    prompt_guard: PromptGuardTier | None = None
    remote: RemoteTier | None = None

    _base: Path = PrivateAttr(default=Path())

    @model_validator(mode="before")
    @classmethod
    def _word(cls, data: Any) -> Any:
        return {EMBEDDED: True} if data == EMBEDDED else data

    @model_validator(mode="after")
    def _is_one(self) -> TierEntry:
        if len(self.model_fields_set) != 1 or self.kind == "":
            raise ValueError(
                "a tier is `embedded`, `{llama_guard: {...}}`, `{prompt_guard: {...}}` or `{remote: {...}}`"
            )
        return self

    @property
    def kind(self) -> str:
        kinds = (EMBEDDED, "llama_guard", "prompt_guard", "remote")
        return next((name for name in kinds if getattr(self, name) is not None), "")

    @property
    def name(self) -> str:
        """What verdicts and metrics call it."""
        settings = self.llama_guard or self.prompt_guard or self.remote
        return (settings.name if settings else None) or self.kind

    @property
    def base(self) -> Path:
        """The folder that relative paths begin at: the policy file's."""
        return self._base


GUARD_OF_KIND = {"llama_guard": "content", "prompt_guard": "injection"}


def check_ladder(tiers: tuple[TierEntry, ...], band: tuple[float, float] | None, always: bool) -> None:
    """Raises:
    ValueError: no rung, two of one name, or nothing that says when the second is asked.
    """
    names = [tier.name for tier in tiers]
    if not names:
        raise ValueError("`tiers` is empty; leave it out for the embedded guard")
    if len(set(names)) < len(names):
        raise ValueError(f"two tiers are called the same ({', '.join(names)}); give one a `name`")
    if EMBEDDED in names[1:]:
        raise ValueError("`embedded` is the cheapest tier and stands first")
    if len(names) == 1 and (band is not None or always):
        raise ValueError("`band` and `always` say when a second tier is asked, and there is none")
    if len(names) > 1 and (band is None) != always:
        raise ValueError("say when the second tier is asked: either `band: [0.1, 0.9]` or `always: true`")
    if band is not None and not band[0] < band[1]:
        raise ValueError("`band` is [low, high], the scores between which a tier is unsure")
