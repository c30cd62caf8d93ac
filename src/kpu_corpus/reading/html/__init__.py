"""Web pages → text and block marks, without what stands around the text."""
