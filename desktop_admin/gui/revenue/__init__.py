"""What each boutique made, compared with before, drawn and told."""
