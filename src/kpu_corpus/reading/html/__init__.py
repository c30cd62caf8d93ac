"""Web pages → text and block marks, without the furniture around the text."""
