"""The commands, in files by purpose."""
