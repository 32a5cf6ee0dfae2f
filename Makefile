# Two commands for a fresh machine with Python 3.11 or newer: `make run` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: run test check fuzz bench clean

run: $(VENV)/run.stamp  ## install, read the dispatches in examples/ and show a record
	$(BIN)/depeche read examples --format jsonl --output examples.records.jsonl
	$(BIN)/depeche read examples/visite-astana.txt --published 2024-11-27
	@echo "All records of examples/ are in examples.records.jsonl"

test: $(VENV)/dev.stamp  ## install and pass the tests
	$(BIN)/python -m pytest

check: $(VENV)/dev.stamp  ## lint and types
	$(BIN)/ruff check src tests benchmarks training docs
	$(BIN)/mypy

fuzz: $(VENV)/dev.stamp  ## the invariant of exact spans on 10,000 random and mutated texts
	DEPECHE_FUZZ=10000 $(BIN)/python -m pytest tests/test_invariants.py

bench: $(VENV)/dev.stamp  ## quality and speed on the dispatches of this repository
	$(BIN)/python benchmarks/quality.py
	$(BIN)/python benchmarks/speed.py

$(VENV)/run.stamp: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) examples.records.jsonl
