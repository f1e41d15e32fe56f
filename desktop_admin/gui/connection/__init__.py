"""Which database one works on: saved connections, their test, and preparing a database."""
