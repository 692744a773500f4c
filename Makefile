# make demo   sets up and summarizes an example article: no key, no network beyond the package index
# make test   sets up and runs the tests; those of pages need Chromium, and are skipped without
# make check  lint, format, types, import contract

PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := demo
.PHONY: demo test check format clean

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "summarizer needs Python 3.11 or later; say which: make PYTHON=python3.11" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.stamps/core: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@mkdir -p .stamps && touch $@

.stamps/dev: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev]'
	@mkdir -p .stamps && touch .stamps/core $@

# A browser for the tests of pages. Only root in a container with apt gets one; elsewhere the tests say what is
# missing. BROWSER=no leaves the machine as it is.
.stamps/browser:
	@mkdir -p .stamps && touch $@
	@if [ "$(BROWSER)" != no ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && ! { command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null; then \
	  echo "installing Chromium for the tests of pages (make test BROWSER=no does without)"; \
	  export DEBIAN_FRONTEND=noninteractive; \
	  { timeout 60 apt-get update -qq && timeout 180 apt-get install -y -qq --no-install-recommends chromium; } \
	    >/dev/null 2>&1 || echo "Chromium could not be installed: the tests of pages are skipped"; \
	fi

demo: .stamps/core
	$(BIN)/summarizer examples/harbour.txt --model extractive

test: .stamps/dev .stamps/browser
	$(BIN)/python -m pytest $(ARGS)

check: .stamps/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .stamps/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv .stamps .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build
