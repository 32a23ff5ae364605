# `make check` runs every check of .ci/run in the environment at hand; `make ci` runs them as CI does, in a new one.
PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python3)

.PHONY: check test lint types floors site ci lock audit golden shown

check: lint types test floors

test:
	$(PYTHON) -m pytest

lint:
	$(PYTHON) -m ruff check .

types:
	$(PYTHON) -m mypy

# The quality figures that must not fall.
floors:
	if test -e tests/test_floors.py; then $(PYTHON) -m pytest tests/test_floors.py; fi

# The documentation as a site, in site/; a link that leads nowhere fails.
site:
	NO_MKDOCS_2_WARNING=1 $(PYTHON) -m mkdocs build --strict

ci:
	.ci/run

# `make lock UPGRADE=--upgrade` moves the pins on; needs uv.
lock:
	.ci/lock $(UPGRADE)

# Known faults of the packages that are pinned; asks the package index for them, so not in CI. Needs uv.
audit:
	uvx pip-audit --disable-pip --require-hashes -r requirements.lock

# Write fixtures/golden anew, to be reviewed with git diff.
golden:
	$(PYTHON) -m pytest tests --update-golden

# Run the program on what it shows of itself, and write that anew, to be reviewed with git diff.
shown:
	$(PYTHON) -m tests.shown --write
