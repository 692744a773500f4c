# make demo   sets up and summarizes an example article: no key, no network beyond the package index
# make test   sets up and runs the tests; those of pages need Chromium, and are skipped without
# make gold   holds the built-in engine to its floors on gold in GOLD_DIR, which is not ours to pass on
# make check  lint, format, types, import contract

PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := demo
.PHONY: demo test gold check format clean

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

# A folder with NAME/dev.jsonl of the sets below; those that are not there are left out.
GOLD_SETS := gum_news wikinews_de polnear seesaw

gold: .stamps/core
	@[ -n "$(GOLD_DIR)" ] || { echo "say where gold is: make gold GOLD_DIR=folder" >&2; exit 2; }
	@for name in $(GOLD_SETS); do \
	  file="$(GOLD_DIR)/$$name/dev.jsonl"; \
	  if [ -e "$$file" ]; then \
	    echo "$$name"; \
	    $(BIN)/summarizer eval "$$file" --model extractive --limit 100 \
	      --floors tests/lab/floors-$$name.json $(ARGS) -q -o /dev/null || exit 1; \
	  fi; \
	done

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
