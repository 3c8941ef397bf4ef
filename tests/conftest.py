from __future__ import annotations

import os
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

from tests.parse import commonmark_examples

if TYPE_CHECKING:
    from xdist.remote import Producer

# A shared, noisy runner must not fail a property because one example was slow.
settings.register_profile(
    "project", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60
)
settings.load_profile("project")

#: Tests that share something dear: one browser, one installation.
SHARING = ("tests/browser/", "tests/hooks/", "tests/ci/test_action.py", "tests/packaging/")


def pytest_configure(config: pytest.Config) -> None:
    """Fetch the examples of the CommonMark specification once, before workers collect tests."""
    # A shell that starts the tests in the background lets every child ignore Ctrl-C.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    is_worker = hasattr(config, "workerinput")
    if is_worker or commonmark_examples.FILE.exists():
        return
    try:
        commonmark_examples.fetch()
    except (subprocess.CalledProcessError, OSError, StopIteration) as error:
        print(f"The CommonMark examples could not be fetched, their tests are skipped: {error}")


@pytest.fixture(autouse=True, scope="session")
def desk() -> None:
    """Tests run as at a desk, wherever they run: what a platform says is in the test that needs it."""
    platforms = ("CI", "GITHUB_", "GITLAB_", "BITBUCKET_", "TF_BUILD", "SYSTEM_PULL", "JENKINS_")
    for name in [name for name in os.environ if name.startswith(platforms)]:
        del os.environ[name]


class Sharing(LoadScopeScheduling):
    """Any worker takes any test, but one takes all of those that share something; they begin."""

    # The mark "xdist_group" would say it better, but pytest 9.2 hides it from xdist 3.8.
    def _split_scope(self, nodeid: str) -> str:
        return next(filter(nodeid.startswith, SHARING), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Sharing:
    return Sharing(config, log)
