"""What a shop's world is, and its rules: standard library only, no SQL, no Qt, no language."""
