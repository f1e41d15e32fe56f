"""Plans, outcomes, the check and the journal as text, JSON, CSV and XLSX."""
