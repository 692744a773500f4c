# make demo   sets up and summarizes an example article: no key, no network beyond the package index
# make test   sets up and runs the tests
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

demo: .stamps/core
	$(BIN)/summarizer examples/harbour.txt --model extractive

test: .stamps/dev
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
