"""A language model behind a chat endpoint of the user's, asked of two statements at a time."""
