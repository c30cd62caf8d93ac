"""Words in context: their surroundings, their neighbours, their spread over essays."""
