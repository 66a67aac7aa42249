# make read   make the environment, build both languages, serve them, print the address
# make test   make the environment and a browser, build, and run every check
# make book   build only
# make locale bring the .po files in step with the chapters, for the translator
# make golden write the golden notebooks anew after looking at what changed
# make bench  measure runs, start and pages (build the book first) and print a table
# make lab    open the workshop in JupyterLab
# make lock   write requirements.lock from requirements.txt in a fresh environment

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# The pip that comes with a Python may be years old; this one needs half the time.
PIP := pip==26.3

# Dozens of kernels, builds and tests start here: what one of them has compiled is kept for the next.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: read book test locale golden bench lab lock

read: book
	@$(BIN)/python book/_theme/serve.py

book: $(READY)
	@$(BIN)/python book/_theme/build.py

# A browser is fetched while the environment is made; if that did not do, Playwright's own while the book is built.
# What fails of either is reported by its own test, with whatever else fails.
# Three workers keep two cores busy, because one that drives a browser often waits.
test:
	@$(PYTHON) tests/browser/get_browser.py & $(MAKE) --no-print-directory $(READY) && wait
	@$(BIN)/python tests/browser/get_browser.py & $(BIN)/python book/_theme/build.py; wait
	@$(BIN)/python -m pytest -n 3

locale: $(READY)
	@$(BIN)/python book/_theme/catalogues.py

golden: $(READY)
	@$(BIN)/python tests/book/write_golden.py

lab: $(READY)
	@JUPYTER_CONFIG_PATH=book/workshop $(BIN)/jupyter lab --LabApp.default_url=/lab/tree/workshop/studio.md --ServerApp.root_dir=book

bench: $(READY)
	@$(BIN)/python -m benchmarks

lock:
	@rm -rf build/lock && $(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install -r requirements.txt
	@build/lock/bin/python -m pip freeze --exclude-editable > requirements.lock
	@rm -rf build/lock

$(READY): requirements.lock pyproject.toml
	@echo "Making the environment in $(VENV) (two minutes or so the first time) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0])'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet $(PIP)
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar off --no-compile -r requirements.lock
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps -e .
	@touch $@
