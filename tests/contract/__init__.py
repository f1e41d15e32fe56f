"""One suite over every engine and over the newest and the oldest schema."""
