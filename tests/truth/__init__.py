"""The judge of the repair: shops made up with the true boutique of every orphan known."""
