"""The language models behind the proxy: routed by model name, left alone while they fail, asked again where that is safe."""

from __future__ import annotations

from .api import Framed, UpstreamRefused
from .settings import UpstreamSettings
from .upstreams import Upstreams

__all__ = ["Framed", "UpstreamRefused", "UpstreamSettings", "Upstreams"]
