"""One self-contained HTML file in which people explore a corpus without programming."""
