#!/bin/sh
# Writes the *.lock files anew: the newest versions that pyproject.toml allows, with the hash of every wheel. Needs uv.
set -eu
cd "$(dirname "$0")/../.."
lock() {
    name=$1
    shift
    uv pip compile "$@" --quiet --upgrade --universal --python-version 3.13 --generate-hashes --only-binary :all: \
        --no-header --no-annotate --output-file "deploy/images/$name.lock"
}
lock proxy pyproject.toml --extra redis --extra otel --extra prompt-guard
lock models pyproject.toml --extra redis --extra otel --extra models
lock audit pyproject.toml --extra ray --extra prompt-guard
echo 'hatchling>=1.27' | lock build -
