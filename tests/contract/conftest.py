"""The fixtures of the contract."""

from tests.contract.fixtures import (
    any_desk,
    bench,
    desk,
    empty_url,
    newest_desk,
    oldest_desk,
    read_desk,
    url,
)

__all__ = [
    "any_desk",
    "bench",
    "desk",
    "empty_url",
    "newest_desk",
    "oldest_desk",
    "read_desk",
    "url",
]
