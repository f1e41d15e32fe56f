"""The fixtures of the contract."""

from tests.contract.fixtures import (
    any_desk,
    bench,
    desk,
    market,
    newest_desk,
    oldest_desk,
    source,
    url,
)

__all__ = ["any_desk", "bench", "desk", "market", "newest_desk", "oldest_desk", "source", "url"]
