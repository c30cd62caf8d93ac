"""What essays share: passages, copied or reworded, and stock phrases."""
