"""What happens when something breaks in the middle: processes, servers and connections that die."""
