"""Results as people read them: pages and files, in Indonesian first."""
