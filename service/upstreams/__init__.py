"""The language models behind the proxy: routed by model name, left alone while they fail, asked again where that is safe."""

from __future__ import annotations

from .api import UpstreamRefused
from .settings import UpstreamSettings
from .upstreams import Upstreams

__all__ = ["UpstreamRefused", "UpstreamSettings", "Upstreams"]
