# `make run` and `make test` are all that is needed; `make help` lists the rest.

SWIFT   ?= swift
PREFIX  ?= /usr/local
DESTDIR ?=
# What `make run` opens.
LIBRARY ?= Briefings

BINARY  := .build/release/briefing
# Static: a program that starts faster, and runs where Swift is not installed. It has the C++ library and those below in it, too,
# and shows no symbols to others: else the dynamic linker would look up some thousands of names at each start.
ARCHIVES := .build/archives
LINKED_IN := ncursesw tinfo sqlite3 stemmer yaml z
# Types are taken from their own accessors, not from their names: to find by name that a key of a dictionary is Hashable takes
# half a million instructions at each start.
ACCESSORS := -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
# Each function by itself, so that the linker leaves out what nothing calls.
SECTIONS := -Xswiftc -Xfrontend -Xswiftc -function-sections
# Without a path of its own (RUNPATH), in which the dynamic linker would look for each library first.
RELEASE := -c release --static-swift-stdlib --disable-local-rpath -Xlinker --no-export-dynamic -Xswiftc "-L$(CURDIR)/$(ARCHIVES)" $(ACCESSORS) \
  $(SECTIONS) $$(sh .ci/link-flags "$(SWIFT)")
# Without ICU's data, whose name has its version in it (Sources/CLocaleData).
BUILD   := BRIEFING_ICU_DATA=$$(sh .ci/icu-data "$(SWIFT)") $(SWIFT) build $(RELEASE)
# What `--version` says besides: the commit, of sources that are a clone of their own.
export BRIEFING_COMMIT := $(shell [ -e .git ] && git describe --always --abbrev=12 --exclude '*' --dirty=-modified 2>/dev/null)
SOURCES := Sources Tests Package.swift
# How many briefings the libraries have that `make bench` searches.
BRIEFINGS := 1000 10000
# How many briefings the libraries have that `make bench` opens the list of.
LISTED := 2 10000 100000
# How long `make fuzz`, `make soak` and `make compare` run; `make hostile` runs to its end without it.
SECONDS := 60
# What `make fuzz` feeds.
TARGET  := page query front-matter keys index state catalogue text configuration import
# What watches it: fuzzer is what libFuzzer needs.
SANITIZE := fuzzer,address
# More options of libFuzzer. `-seed=1 -use_cmp=0` makes up the same inputs every time: compared values have addresses in them.
FUZZER  ?=
# Where the random numbers of `make soak`, `make hostile` and `make compare` start, and how large hostile files are.
SEED    := 1
SIZE    := 100000
# How often `make soak` kills what writes the reading state: a part of the program, and all of it.
KILLS   := 20
# What `make compare` compares with (as `cmark-gfm --unsafe -e table`; nothing: cmark or cmark-gfm), in which dialect
# (commonmark, gfm, briefing), and how many documents at most (nothing: as many as there is time for).
CMARK   ?=
DIALECT ?= commonmark
COUNT   ?=

.DEFAULT_GOAL := help
.PHONY: help run build test lint format bench fuzz soak hostile compare install install-files deb test-deb dist uninstall clean swift \
  libraries

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

run: build ## Install what is missing, build, open Briefings/
	@$(BINARY) $(LIBRARY)

build: libraries ## Build the release
	$(BUILD) --product briefing

test: libraries ## Install what is missing, build and run all tests
	@sh .ci/install-missing tmux=tmux mandoc=mandoc groff-base=groff zsh=zsh fish=fish bash-completion=/usr/share/bash-completion/bash_completion \
	  ncurses-term=/usr/share/terminfo/x/xterm-direct foot-terminfo=/usr/share/terminfo/f/foot \
	  kitty-terminfo=/usr/share/terminfo/x/xterm-kitty
	$(SWIFT) test --parallel --disable-xctest

lint: swift ## Check the style
	$(SWIFT) format lint --strict --parallel -r $(SOURCES)

format: swift ## Put the style right
	$(SWIFT) format --in-place --parallel -r $(SOURCES)

# With glibc every large table shall come from the kernel: pages that the run before has left would be there for
# the smaller size alone.
bench: libraries ## Measure parser and search, beside cmark, cmark-gfm, md2html and ripgrep where installed
	$(BUILD) --product bench
	$(BUILD) --product briefing
	.build/release/bench parse
	MALLOC_MMAP_THRESHOLD_=131072 .build/release/bench pathological
	.build/release/bench start
	.build/release/bench find
	.build/release/bench import
	.build/release/bench heaps
	.build/release/bench memory
	.build/release/bench leaves
	.build/release/bench state
	.build/release/bench relevance
	for count in $(BRIEFINGS); do \
	  [ -d bench-out/library-$$count ] || \
	    .build/release/bench library --briefings $$count --out bench-out/library-$$count || exit; \
	  .build/release/bench search bench-out/library-$$count --cache bench-out/cache || exit; \
	  .build/release/bench keystroke bench-out/library-$$count --cache bench-out/cache || exit; \
	done
	for count in $(LISTED); do \
	  [ -d bench-out/library-$$count ] || \
	    .build/release/bench library --briefings $$count --out bench-out/library-$$count || exit; \
	done
	.build/release/bench list $(LISTED:%=bench-out/library-%)
	.build/release/bench follow

# A build of its own, in which what is in Sources/ is instrumented, and not optimised: that would take longer than a short
# run. Where something does not hold, the program has to end at once: a backtrace would make libFuzzer wait.
fuzz: libraries ## Fuzz TARGET="page query …" (all) for SECONDS=60 in all; what it finds is kept in fuzz-out/
	BRIEFING_FUZZ=$(SANITIZE) $(SWIFT) build --scratch-path .build-fuzz --product fuzz
	for target in $(TARGET); do \
	  mkdir -p fuzz-out/$$target/corpus; \
	  SWIFT_BACKTRACE=enable=no SWIFT_DETERMINISTIC_HASHING=1 ASAN_OPTIONS=detect_leaks=0:malloc_context_size=4 \
	    BRIEFING_FUZZ_TARGET=$$target BRIEFING_FUZZ_SEEDS=fuzz-out/$$target/seeds .build-fuzz/debug/fuzz \
	    -max_total_time=$$(($(SECONDS) / $(words $(TARGET)))) -max_len=1024 -timeout=10 -print_final_stats=1 $(FUZZER) \
	    -dict=fuzz-out/$$target/seeds.dict -artifact_prefix=fuzz-out/$$target/ \
	    fuzz-out/$$target/corpus fuzz-out/$$target/seeds || exit; \
	done

soak: build ## Press random keys for SECONDS=60 by SEED=1 (findings in soak-out/); kill what writes the state KILLS=20 times
	$(BUILD) --product soak
	.build/release/soak monkey --seed $(SEED) --seconds $(SECONDS)
	.build/release/soak state --seed $(SEED) --kills $(KILLS)
	.build/release/soak reader --seed $(SEED) --kills $(KILLS)

hostile: build ## Run all commands over hostile files of SIZE=100000 bytes by SEED=1, for SECONDS=… or all of them
	$(BUILD) --product soak
	.build/release/soak hostile --seed $(SEED) --size $(SIZE) $(if $(filter-out file,$(origin SECONDS)),--seconds $(SECONDS))

compare: libraries ## Look for SECONDS=60 for Markdown that the parser and CMARK (in DIALECT) read differently
	@[ -n "$(CMARK)" ] || sh .ci/install-missing \
	  $(if $(filter commonmark,$(DIALECT)),cmark=cmark,cmark-gfm=cmark-gfm)
	$(BUILD) --product compare
	.build/release/compare --seconds $(SECONDS) --seed $(SEED) --dialect $(DIALECT) \
	  $(if $(COUNT),--count $(COUNT)) $(if $(CMARK),--command "$(CMARK)")

picture: build ## Make the pictures of README anew, from the program as it is
	sh .ci/install-missing tmux=tmux
	sh .ci/picture .build/release/briefing .pictures

install: build install-files ## Install the program, its manual and completions under PREFIX (and DESTDIR)

# Without building: the package takes what is there.
install-files:
	install -D -s -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/briefing
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(BINARY) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/briefing
	$(BINARY) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_briefing
	$(BINARY) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/briefing.fish
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5
	$(BINARY) manual --section 1 > $(DESTDIR)$(PREFIX)/share/man/man1/briefing.1
	$(BINARY) manual --section 5 > $(DESTDIR)$(PREFIX)/share/man/man5/briefing.5

deb: build ## Make a Debian package in dist-out/
	@sh .ci/install-missing dpkg-dev=dpkg-shlibdeps
	@sh .ci/package-deb $(BINARY) dist-out

test-deb: deb ## Install the package in a clean system and run it there
	@sh .ci/install-missing debootstrap=debootstrap
	@sh .ci/test-deb "$$(ls -t dist-out/*.deb | head -n 1)" || [ $$? -eq 77 ]

dist: ## Make a tarball of the last commit's sources, with its checksum, in dist-out/
	@mkdir -p dist-out
	git archive --format=tar --prefix=briefing-$$(git describe --tags --always)/ HEAD | gzip -9n \
	  > dist-out/briefing-$$(git describe --tags --always).tar.gz
	cd dist-out && sha256sum briefing-*.tar.gz > SHA256SUMS

uninstall: ## Take away what `make install` put under PREFIX (and DESTDIR)
	rm -f $(DESTDIR)$(PREFIX)/bin/briefing \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/briefing \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_briefing \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/briefing.fish \
	  $(DESTDIR)$(PREFIX)/share/man/man1/briefing.1 $(DESTDIR)$(PREFIX)/share/man/man5/briefing.5

clean: ## Remove what was built
	rm -rf .build .build-fuzz dist-out

swift:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Swift 6.2 or later is needed: https://www.swift.org/install/linux" >&2; exit 1; }

libraries: swift
	@sh .ci/install-missing libncurses-dev=curses.h libsqlite3-dev=sqlite3.h libstemmer-dev=libstemmer.h libyaml-dev=yaml.h \
	  zlib1g-dev=zlib.h
	@mkdir -p $(ARCHIVES)
	@archive=$$(ls -d /usr/lib/gcc/$$(uname -m)-*/*/libstdc++.a 2>/dev/null | sort -V | tail -n 1); \
	  [ -z "$$archive" ] || ln -sf "$$archive" $(ARCHIVES)/
	@for name in $(LINKED_IN); do \
	  for archive in /usr/lib/$$(uname -m)-linux-gnu/lib$$name.a; do [ ! -e "$$archive" ] || ln -sf "$$archive" $(ARCHIVES)/; done; \
	done
