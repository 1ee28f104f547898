# Every target sets up what it needs: Python 3.11 or newer and make are enough.
.POSIX:

PYTHON ?= python3
VENV = .venv
BIN = $(VENV)/bin
READY = $(VENV)/ready
FORMATS = docx,md,html,pdf,json,txt
FUZZ_SECONDS = 600
FUZZ_TARGETS =
DEMO = specs/us-ukraine-2024.yaml specs/japan-ukraine-2024.yaml

.PHONY: test check test-long accept demo output format lock audit sbom bench fuzz setup clean help

test: check ## check, then run the tests: long properties on a sample (the default)
	$(BIN)/pytest -n auto -m "not long" --hypothesis-profile sample

check: setup ## lint, formatting, types and import layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

test-long: check ## check, then run all tests, properties whole
	$(BIN)/pytest -n auto --hypothesis-profile long

accept: setup ## take today's output as expected: rewrites the golden files, then read the diff
	$(BIN)/pytest -n auto -m "not long" --accept

demo: setup ## draft the two example agreements in Word and Markdown, into output/
	$(BIN)/treatydraft render $(DEMO) --to docx,md --out output

output: setup ## write every spec in every format, into output/
	$(BIN)/treatydraft render specs/*.yaml --to $(FORMATS) --out output

format: setup ## mend what ruff can mend, and format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: setup ## pin the newest dependencies, with hashes, in requirements.lock
	$(BIN)/python -m pip install --quiet uv
	UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile pyproject.toml \
	    --quiet --upgrade --universal --python-version 3.11 --all-extras --group dev --no-annotate \
	    --generate-hashes --no-emit-index-url --no-emit-find-links --output-file requirements.lock

audit: setup ## look the locked versions up among known advisories; needs the network
	@$(BIN)/python tools/audit.py

sbom: setup ## list what is locked, with hashes and licences, in build/treatydraft.cdx.json
	@mkdir -p build
	$(BIN)/python tools/sbom.py >build/sbom.tmp && mv build/sbom.tmp build/treatydraft.cdx.json

bench: setup ## measure against named peers in the same run
	@for script in benchmarks/*.py; do test ! -f "$$script" || $(BIN)/python "$$script" || exit 1; done

fuzz: setup ## mutate inputs of each reader for FUZZ_SECONDS (600) each; FUZZ_TARGETS names some of them
	$(BIN)/python -m fuzz $(FUZZ_SECONDS) $(FUZZ_TARGETS)

setup: $(READY) ## make .venv with the locked dependencies and the project itself

$(READY): requirements.lock pyproject.toml
	@command -v "$(PYTHON)" >/dev/null || { \
	    echo "make: no $(PYTHON) here: install Python 3.11 or newer, or name one: make PYTHON=/path/to/python" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "make: $(PYTHON) is $$("$(PYTHON)" -V 2>&1), and 3.11 or newer is needed: make PYTHON=python3.12" >&2; exit 1; }
	"$(PYTHON)" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

clean: ## remove .venv, caches and builds; what you rendered stays
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-10s %s\n", $$1, $$2 }' Makefile
