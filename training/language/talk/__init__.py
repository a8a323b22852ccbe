"""Talk about the assistant itself, courtesy, and what it cannot know."""
