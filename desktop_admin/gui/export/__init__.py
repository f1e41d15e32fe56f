"""What leaves the program: tables as text, files and paper."""
