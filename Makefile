# Every target sets up .venv by itself; the second call is fast.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
QT_LIBRARIES := libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 \
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 fonts-dejavu-core

# Where compiled files are not kept, each of the many processes of a run compiles torch anew: 4 seconds.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test run lint format translations screenshots benchmarks setup clean

demo: setup
	$(BIN)/vhdesk demo

test: lint
	$(BIN)/python -m pytest

run: setup
	$(BIN)/vhdesk

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

translations: setup
	$(BIN)/python packaging/translations.py update

screenshots: setup
	$(BIN)/python tests/ui/screenshots.py screenshots

benchmarks: setup
	$(BIN)/python -m tests.benchmarks

setup: $(READY)

$(READY): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("vhdesk needs Python 3.11 or newer: make PYTHON=/path/to/python3.11" if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing what is missing (the first time a few gigabytes, mostly PyTorch) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock uv
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --constraint requirements.lock --editable '.[dev]'
	@$(BIN)/python packaging/translations.py compile
	@sh packaging/qt_libraries.sh $(BIN)/python $(QT_LIBRARIES)
	@touch $@

clean:
	rm -rf $(VENV) build dist screenshots vhdesk_demo.png
