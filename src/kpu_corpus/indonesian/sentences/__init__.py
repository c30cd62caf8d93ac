"""One running text → sentences, headings, lead-ins, sign-offs and list items."""
