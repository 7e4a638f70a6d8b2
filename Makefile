# What a person types in a checkout. `make help` lists it; each target says in one line what it does.
# Everything is made in `.venv` and `build`; nothing outside the checkout is touched, but for missing Debian packages,
# which are installed where the user is root and named where not (`tools/system_packages.py`).

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SILENT:
.PHONY: help demo test docs grammar gallery bench clean needs needs-for-tests

# The first Python on the search path that is new enough; `make PYTHON=/path/to/python` overrides it.
PYTHON := $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$name"; break; }; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
DEMO := build/demo

# A virtual environment knows its own place: one that was copied along with its checkout would run the other checkout's
# code, so the stamp bears a sum of the path.
HERE := $(shell printf '%s' "$(CURDIR)" | cksum | cut -d ' ' -f 1)
MADE := .venv/made-$(HERE)

help:
	echo 'make demo     turn the sample review into an annotated edition, in $(DEMO)'
	echo 'make test     check style, types and layers, then run the tests'
	echo 'make docs     write the generated pages of docs/ anew'
	echo 'make grammar  write schemas/text.rng anew from schemas/text.odd'
	echo 'make gallery  draw every page of every sample in every theme, in build/gallery'
	echo 'make bench    measure processor time and memory beside other tools (some minutes)'
	echo 'make clean    remove what was made, but for the virtual environment .venv'

needs:
	test -n "$(PYTHON)" || { echo 'annotate needs Python 3.11 or newer. Type this once, then try again:'; echo; \
		echo '    sudo apt-get install python3 python3-venv'; echo; exit 1; } >&2
	$(PYTHON) tools/system_packages.py demo

needs-for-tests: needs
	$(PYTHON) tools/system_packages.py test

$(MADE): | needs
	echo 'Making the virtual environment .venv'
	$(PYTHON) -m venv --clear .venv
	touch $@

.venv/installed: pyproject.toml $(MADE) | needs
	echo 'Installing annotate into .venv (a minute or two)'
	$(PIP) --editable .
	touch $@

.venv/installed-dev: pyproject.toml $(MADE) | needs-for-tests
	echo 'Installing annotate and the tools of its tests into .venv (a minute or two)'
	$(PIP) --editable '.[dev]'
	touch $@ .venv/installed

.venv/installed-bench: pyproject.toml $(MADE) | needs
	echo 'Installing annotate and the tools it is measured beside into .venv (a minute or two)'
	$(PIP) --editable '.[bench]'
	touch $@ .venv/installed

demo: .venv/installed
	rm -rf $(DEMO)
	mkdir -p $(DEMO)
	echo 'annotate parse: a plain text becomes TEI'
	$(BIN)/annotate parse samples/general-review.txt -o $(DEMO)/general-review.xml
	cp samples/general-review.annotations.json $(DEMO)/
	echo 'annotate validate: the text and its annotations are checked'
	$(BIN)/annotate validate $(DEMO)/general-review.xml $(DEMO)/general-review.annotations.json
	echo 'annotate render: the annotated edition is set'
	$(BIN)/annotate render $(DEMO)/general-review.xml --to html --to pdf
	echo
	echo 'The editions are ready to be read:'
	echo '    $(DEMO)/general-review.html   in a browser'
	echo '    $(DEMO)/general-review.pdf    on paper'

# All checks run, so that all that is wrong is seen at once; the tests come last, so that their summary does.
test: .venv/installed-dev
	failed=''; \
	check() { \
		name="$$1"; shift; \
		if said=$$("$$@" 2>&1); then echo "$$name: clean"; \
		else printf '%s\n' "$$said"; echo "$$name: FAILED"; failed="$$failed $$name"; fi; \
	}; \
	check 'format' $(BIN)/python -m ruff format --check --diff .; \
	check 'style' $(BIN)/python -m ruff check .; \
	check 'types' $(BIN)/python -m mypy; \
	check 'layers' $(BIN)/lint-imports --no-logo; \
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile || exit; \
	test -z "$$failed" || { echo "The tests passed, but these checks did not (see above):$$failed" >&2; exit 1; }

grammar: .venv/installed
	$(BIN)/python -m tools.grammar

docs: .venv/installed
	$(BIN)/python -m tools.reference

gallery: .venv/installed
	$(BIN)/python -m tools.gallery --docs

bench: .venv/installed-bench
	$(BIN)/python -m bench.run

clean:
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests bench tools -name __pycache__ -prune -exec rm -rf {} +
	echo 'Removed what was made; .venv stays'
