# make serve   install what is missing, build, and open the catalogue on a local port (PORT=8001)
# make test    install what the tests need, the browser too, and run them all
# make install | build | lint | bench | lock | clean

PORT ?= 8001
VENV := .venv
BIN := $(VENV)/bin
CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11 python
PYTHON ?= $(shell for p in $(CANDIDATES); do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help serve test install build lint bench lock clean browser

help:
	@sed -n 's/^# //p' Makefile

serve: build
	@$(BIN)/katalog serve --port $(PORT)

build: install
	@$(BIN)/katalog build

install: $(VENV)/.installed

test: lint browser
	@$(BIN)/python -m pytest

lint: $(VENV)/.installed-for-tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(VENV)/.installed-for-tests
	@for f in tests/benchmarks/[!_]*.py; do echo "== $$f"; $(BIN)/python $$f || exit 1; done

browser: $(VENV)/.installed-for-tests
	@.ci/browser $(BIN)/python

clean:
	rm -rf $(VENV) katalog.db katalog.counts.json .pytest_cache .mypy_cache .ruff_cache

# Pinned versions with hashes; hashes alone, no address, so that any mirror will do.
lock: $(VENV)/.installed
	@$(PIP) uv
	@echo 'flit_core>=3.12,<5' > .ci/build.in
	@$(BIN)/uv pip compile $(LOCKING) pyproject.toml .ci/build.in --output-file .ci/requirements.txt
	@$(BIN)/uv pip compile $(LOCKING) --extra test --constraint .ci/requirements.txt pyproject.toml .ci/build.in \
		--output-file .ci/requirements-test.txt
	@rm .ci/build.in
LOCKING := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url

$(VENV)/.installed: .ci/requirements.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer found; install one, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "installing into $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --require-hashes --requirement .ci/requirements.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-for-tests: $(VENV)/.installed .ci/requirements-test.txt
	@echo "installing what the tests need ..."
	@$(PIP) --require-hashes --requirement .ci/requirements-test.txt
	@touch $@
