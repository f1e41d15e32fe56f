"""The embedded shop everybody can try."""

from desktop_admin.sources.demo.database import demo_path, open_demo_database, reset_demo

__all__ = ["demo_path", "open_demo_database", "reset_demo"]
