# `make run` and `make test` are all that is needed; `make help` lists the rest.

SWIFT   ?= swift
PREFIX  ?= /usr/local
DESTDIR ?=
# What `make run` opens.
LIBRARY ?= Briefings

BINARY  := .build/release/briefing
# Static: a program that starts in 3 ms, not 8, and runs where Swift is not installed.
RELEASE := -c release --static-swift-stdlib
SOURCES := Sources Tests Package.swift

.DEFAULT_GOAL := help
.PHONY: help run build test lint format bench install uninstall clean swift libraries

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

run: build ## Install what is missing, build, open Briefings/
	@$(BINARY) $(LIBRARY)

build: libraries ## Build the release
	$(SWIFT) build $(RELEASE) --product briefing

test: libraries ## Install what is missing, build and run all tests
	@sh .ci/install-missing tmux=tmux
	$(SWIFT) test --parallel --disable-xctest

lint: swift ## Check the style
	$(SWIFT) format lint --strict --parallel -r $(SOURCES)

format: swift ## Put the style right
	$(SWIFT) format --in-place --parallel -r $(SOURCES)

bench: libraries ## Measure the parser, beside cmark, cmark-gfm and md2html where they are installed
	$(SWIFT) build $(RELEASE) --product bench
	.build/release/bench parse
	.build/release/bench pathological

install: build ## Install the program under PREFIX (and DESTDIR)
	install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/briefing
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(BINARY) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/briefing
	$(BINARY) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_briefing
	$(BINARY) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/briefing.fish

uninstall: ## Take away what `make install` put under PREFIX (and DESTDIR)
	rm -f $(DESTDIR)$(PREFIX)/bin/briefing \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/briefing \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_briefing \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/briefing.fish

clean: ## Remove what was built
	rm -rf .build

swift:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Swift 6.2 or later is needed: https://www.swift.org/install/linux" >&2; exit 1; }

libraries: swift
	@sh .ci/install-missing libncurses-dev=curses.h
