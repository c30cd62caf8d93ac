"""What every room stands on: arguments, tables, files, warnings; no Indonesian, no essays."""
