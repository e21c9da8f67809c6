# Tongban 通办. `make` alone lists the words.
.DEFAULT_GOAL := help
.PHONY: help setup run test check bench fuzz format ci build lint

# Two cores are enough; every word but bench shares one debug build.
SWIFT_BUILD := swift build -j 2
# Whole modules seen together, the standard library inside the program, no checks of exclusive access at run time: the
# compiler has proved those of structured code, and the tests run with them.
RELEASE := -c release -Xswiftc -cross-module-optimization -Xswiftc -enforce-exclusivity=unchecked --static-swift-stdlib
TONGBAN := .build/debug/tongban

help: ## list these words
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install what is missing for starting and testing
	@Scripts/setup.sh test

run: ## build, and serve the demo on http://127.0.0.1:8080 (ARGS="--today 2026-03-02" sets its day)
	@Scripts/setup.sh run
	@$(SWIFT_BUILD) --product tongban
	@Scripts/master-key.sh .local/master.key
	@exec $(TONGBAN) serve --demo --master-key .local/master.key --database .local/tongban.sqlite $(ARGS)

test: ## every test: Swift on both engines, schemas, the interface against openapi.yaml, browser
	@Scripts/setup.sh test
	@Scripts/test.sh

check: build ## check the definitions in Services/ and Territory/
	@$(TONGBAN) check

bench: ## measure a release build; figures as JSON lines
	@Scripts/setup.sh bench
	@$(SWIFT_BUILD) $(RELEASE) --product tongban
	@Scripts/with-postgres.sh --durable .build/release/tongban bench $(ARGS)

fuzz: ## throw inputs at the rules with libFuzzer for 5 minutes (ARGS=60: that many seconds)
	@Scripts/fuzz.sh $(ARGS)

format: ## put the Swift code into the one format
	@swift format -i -p -r Sources Tests Package.swift

ci: ## what .ci/run runs: lint, test, check
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory test
	@$(MAKE) --no-print-directory check
	@grep -E 'Test run with [0-9]+ tests' .local/test.log

build:
	@Scripts/setup.sh run
	@$(SWIFT_BUILD) --product tongban

lint:
	@swift format lint -s -p -r Sources Tests Package.swift
