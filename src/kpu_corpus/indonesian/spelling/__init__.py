"""Words that are misspelt, joined, split or not standard, each with what was meant."""
