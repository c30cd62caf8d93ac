"""What a run keeps on disk: its job, what each batch left, its results."""
