# Lianxin 连心. `make run` shows it, `make test` proves it; both install what is missing on Debian 12.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PORT ?= 8080

.PHONY: help run test lint unit assets-test e2e build assets fmt tools clean

help: ## This list
	@sed -nE 's/^([a-z0-9-]+):.*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

run: ## Build and serve the demo jurisdiction on http://127.0.0.1:8080 (PORT=… for another)
	@scripts/run --port $(PORT)

test: ## Everything: format, lints, tests on both engines, web assets, one story in Chromium
	@scripts/test

lint: ## Format check and clippy
	@scripts/test lint

unit: ## Rust tests on both engines, and the examples in the documentation
	@scripts/test unit

assets-test: ## Types, weight and contrast of the web assets
	@scripts/test assets

e2e: ## Stories and checks of every page, in Chromium, with and without script
	@scripts/test e2e

build: ## The release binary
	@scripts/install-tools run
	@scripts/build-assets
	cargo build --release --locked -p lianxin-app

assets: ## Styles, scripts and icons
	@scripts/install-tools run
	@scripts/build-assets

fmt: ## Format the code
	cargo fmt --all

tools: ## Install what tests need
	@scripts/install-tools test

clean: ## Remove everything built
	cargo clean
	rm -rf web-assets/{dist,.cache,node_modules} e2e/{node_modules,out}
