"""Where the data lives: one protocol (`base.SalesSource`), several kinds."""
