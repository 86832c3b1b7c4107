"""What the words of the product mean: pure values and rules, no files, clock or terminal."""
