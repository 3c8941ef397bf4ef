"""The workflow that publishes the page for learners on GitHub Pages."""

from __future__ import annotations

from .automation import quoted

PAGES_PATH = ".github/workflows/pages.yml"

_PAGES = """\
# Publishes the page to learn from. Written by `curriculum-lint init --pages`.
# Once, by hand: choose "GitHub Actions" as the source under Settings, Pages.
name: Pages

on:
  push:
    branches: [main, master]
  workflow_dispatch:

permissions: {}

# What is being published is finished; of those that wait, only the newest is wanted.
concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  build:
    name: Build the page
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read # to check out the repository
    steps:
      - name: Check out
        uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      - name: Set up Python
        uses: actions/setup-python@e797f83bcb11b83ae66e0230d6156d7c80228e7c # v6.0.0
        with:
          python-version: "3.13"
@INSTALL@
      - name: Build
        env:
          SOURCE: ${{ github.server_url }}/${{ github.repository }}/blob/${{ github.sha }}/
        run: curriculum-lint page "$RUNNER_TEMP/site" --source "$SOURCE"
      - name: Keep it for the next job
        uses: actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0
        with:
          path: ${{ runner.temp }}/site

  # The job that may publish runs no code of the repository.
  publish:
    name: Publish
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      pages: write # to publish
      id-token: write # to show that this workflow does it
    environment:
      name: github-pages
      url: ${{ steps.publish.outputs.page_url }}
    steps:
      - name: Publish
        id: publish
        uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
"""

_INSTALL = """\
      - name: Install curriculum-lint
        # Outside the checkout, so that nothing in it takes part in the installation.
        working-directory: ${{ runner.temp }}
        env:
          REQUIREMENT: @REQUIREMENT@
        run: python -m pip install "$REQUIREMENT\""""
#: For the repository that holds the linter itself.
_INSTALL_HERE = """\
      - name: Install this commit's curriculum-lint
        run: python -m pip install ."""


def pages_workflow(requirement: str | None) -> str:
    """The workflow; ``requirement``, printable ASCII, is what pip installs there.

    Without one, the repository is that of the linter, and installs itself.
    """
    if requirement is None:
        return _PAGES.replace("@INSTALL@", _INSTALL_HERE)
    return _PAGES.replace("@INSTALL@", _INSTALL.replace("@REQUIREMENT@", quoted(requirement)))
