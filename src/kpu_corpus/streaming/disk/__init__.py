"""What a run keeps on disk: its job, the output of each batch, its results."""
