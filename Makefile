# Two commands: `make demo` and `make test`. Each sets up .venv by itself; `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ANYMAL_SHARED ?= ../shared
export ANYMAL_SHARED
# libmtmd is not used here, and leaving it out halves the build of llama.cpp.
export CMAKE_ARGS ?= -DLLAVA_BUILD=OFF
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: help demo test check nano coverage clean

help:
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(BIN)/python:
	$(PYTHON) tools/check_python.py
	$(PYTHON) -m venv $(VENV)

# What the device needs: the runtime, ONNX Runtime for CPU, llama.cpp (compiled here once).
$(VENV)/.runtime: pyproject.toml constraints.txt | $(BIN)/python
	@echo "setting up $(VENV) (compiles llama.cpp once: about 5 minutes on 2 cores)"
	$(PIP) --editable '.[cpu]'
	@touch $@

# torch comes first and pinned, so that nothing else pulls another build of it.
$(VENV)/.dev: $(VENV)/.runtime
	$(PIP) torch==$(shell sed -n 's/^torch==\([^;]*\);.*/\1/p' constraints.txt)
	$(PIP) --editable '.[cpu,dev]'
	@touch $@

demo: $(VENV)/.runtime ## set up, then a tour of what the nano bundle sees, hears and feels
	$(BIN)/anymal demo

test: $(VENV)/.dev ## set up, then every check and test
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest

check: $(VENV)/.dev ## style, types and import direction
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

coverage: $(VENV)/.dev ## tests with coverage of engines/, runtime/ and sensors/
	$(BIN)/python -m pytest --cov --cov-report=term-missing:skip-covered

nano: $(VENV)/.dev ## train the nano bundle from data/ and generators, export it (aim: under 90 minutes on 2 idle cores)
	$(BIN)/anymal train --out build/nano --shared $(ANYMAL_SHARED)
	$(BIN)/anymal export build/nano/checkpoint --out build/nano/bundle --llm-quant F16 --force

clean: ## remove what was built
	rm -rf $(VENV) build dist *.egg-info
