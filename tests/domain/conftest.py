"""How hard properties are tried: a little and always the same; more by HYPOTHESIS_PROFILE=long."""

import os

from hypothesis import settings

settings.register_profile("short", max_examples=100, derandomize=True, database=None, deadline=None)
settings.register_profile("long", max_examples=5_000, database=None, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))
