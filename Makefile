# Every target finds its own tools (scripts/toolchain.sh); no flag or variable is needed.
.DEFAULT_GOAL := help
MINUTES ?= 8
DIR ?= ../shared/parity
CASE ?=

.PHONY: help
help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: ## train on real pictures and sample: MINUTES=8; results in runs/demo
	@./scripts/demo.sh "$(MINUTES)"

.PHONY: demo-translate
demo-translate: ## turn flat Fluent emoji into Noto ones: MINUTES=8; results in runs/demo-translate
	@./scripts/demo.sh "$(MINUTES)" demo-translate

.PHONY: test
test: ## build everything, check the formatting, run all tests
	@./scripts/mvn.sh test

.PHONY: test-versions
test-versions: ## run the tests of the bindings on every supported version of libtorch
	@./scripts/test-versions.sh

.PHONY: sanitize
sanitize: ## run the bindings' tests with AddressSanitizer in the C++: TESTS='DLPack*' for some
	@./scripts/sanitize.sh

.PHONY: conformance
conformance: ## compare what the bindings declare with libtorch's headers: LIBTORCH=folder
	@./scripts/conformance.sh

.PHONY: bench
bench: ## run the benchmarks, or one of them: CASE=mul4
	@./scripts/bench.sh $(CASE)

.PHONY: parity
parity: ## compare with what the reference computed: DIR=../shared/parity
	@./gatun parity "$(DIR)"

.PHONY: gpu-check
gpu-check: ## check and measure an NVIDIA GPU: LIBTORCH=folder of a CUDA build; writes benchmarks/GPU.md
	@./scripts/gpu-check.sh

.PHONY: gpu-check-pack
gpu-check-pack: ## pack that check, with a Java runtime, for a machine without network: FILE=target/gpu-check.tar.gz
	@./scripts/gpu-check-pack.sh $(FILE)

.PHONY: cures
cures: ## measure every quantizer and cure against collapse, hours: ROWS="nearest normalized" for some
	@./scripts/cures.sh

.PHONY: examples
examples: ## build and run examples/, a project that uses Gatun by its coordinates
	@./scripts/examples.sh

.PHONY: build
build: ## compile everything
	@./scripts/mvn.sh --quiet process-classes

.PHONY: bindings
bindings: ## generate native-bindings/src/generated anew: JEXTRACT=path of jextract
	@./scripts/bindings.sh

.PHONY: format
format: ## format the Java code
	@./scripts/mvn.sh --quiet spotless:apply

.PHONY: clean
clean: ## delete what was built; runs/ stays
	@./scripts/mvn.sh --quiet clean
	@rm -rf examples/target
