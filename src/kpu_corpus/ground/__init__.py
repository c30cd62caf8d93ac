"""The foundation of all rooms: arguments, tables, files, warnings; no Indonesian, no essays."""
