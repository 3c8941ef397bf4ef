from __future__ import annotations

from hypothesis import HealthCheck, settings

# A shared, noisy runner must not fail a property because one example was slow.
settings.register_profile(
    "project", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60
)
settings.load_profile("project")
