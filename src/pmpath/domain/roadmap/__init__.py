"""The roadmap as values: how it is read, what is wrong with it, the answers in it."""
