"""What the person wrote and said in a period: the statement, titles, ladders."""
