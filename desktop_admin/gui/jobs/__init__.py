"""Work off the GUI thread."""

from desktop_admin.gui.jobs.runner import Job, Jobs, Priority

__all__ = ["Job", "Jobs", "Priority"]
