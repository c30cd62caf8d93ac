"""What each section of a report says, computed once from the figures, whoever draws it."""
