"""The commands of the first day: init and the answers it asks for."""
