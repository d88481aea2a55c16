#!/bin/sh
# The wheel, the source distribution, what is in them (SBOM, CycloneDX) and their checksums, in dist/.
set -eu
cd "$(dirname "$0")/.."
rm -rf dist
python -m pip install --quiet build==1.6.1 cyclonedx-bom==7.5.0
python -m build --outdir dist
# What the proxy's image installs: the package's own needs at the versions that were tested, with their hashes.
cyclonedx-py requirements deploy/images/proxy.lock --pyproject pyproject.toml --output-reproducible \
    --output-format JSON --output-file dist/sbom.cdx.json
cd dist
sha256sum ./*.whl ./*.tar.gz ./sbom.cdx.json > SHA256SUMS
