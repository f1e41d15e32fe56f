"""The shop's Django schema through SQLAlchemy Core: SQLite, PostgreSQL, MySQL and MariaDB."""
