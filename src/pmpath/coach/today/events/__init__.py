"""What the search asks for when something happened: an interview, a no, an offer, a yes."""
