# The two commands: `make run` extracts the white paper, `make test` runs every check.
# Both set up what they need in .venv; Python 3.11 or newer, pip and make must be there.

SEED := seeds/wuxi-ip-2024.txt
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check
# The first Python on the path that is new enough; PYTHON=… names another.
PYTHON = $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)

.PHONY: run test lint types layers tests floors formats schema constraints audit clean

run: $(VENV)/run.stamp
	@mkdir -p build
	@$(BIN)/ipextract extract $(SEED) --format table --quiet
	@$(BIN)/ipextract extract $(SEED) --out build/wuxi-ip-2024.json
	@echo "The whole record is in build/wuxi-ip-2024.json."

test: lint types layers tests

lint: $(VENV)/test.stamp
	$(BIN)/ruff check

types: $(VENV)/test.stamp
	$(BIN)/mypy

layers: $(VENV)/test.stamp
	$(BIN)/lint-imports

tests: $(VENV)/test.stamp
	$(BIN)/python -m pytest

# Raise the floors of tests/floors.toml to what is reached now; they never fall.
floors: $(VENV)/test.stamp
	$(BIN)/python scripts/raise_floors.py

# Write the fixtures of every format anew, from scripts/formats/release.py.
formats: $(VENV)/test.stamp
	@for writer in scripts/formats/write_*.py; do form=$$(basename $$writer .py); \
		case $$form in write_text) ending=txt;; *) ending=$${form#write_};; esac; \
		$(BIN)/python $$writer fixtures/formats/release.$$ending; done

# Write the published JSON Schema anew after a change of the records.
schema: $(VENV)/run.stamp
	$(BIN)/ipextract schema > docs/extraction.schema.json

# Write down the versions that the tests ran with.
constraints: $(VENV)/test.stamp
	@sed -n '/^#/p' constraints.txt > build.constraints
	@$(BIN)/python -m pip freeze --exclude-editable | grep -Eiv '^(pip|setuptools|wheel)==| @ ' >> build.constraints
	@mv build.constraints constraints.txt

# Known holes in those versions; skipped with a word where pip-audit or the index it asks is out of reach.
audit: | $(BIN)/python
	@test -x build/audit/bin/pip-audit || { $(BIN)/python -m venv build/audit && build/audit/bin/python -m pip install --quiet --quiet --disable-pip-version-check pip-audit; } || true
	@build/audit/bin/python scripts/audit.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "ipextract needs Python 3.11 or newer: name it with make PYTHON=…" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: pyproject.toml | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/test.stamp: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/run.stamp
