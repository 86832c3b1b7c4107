"""One file for each format that pmpath writes: values in, pieces of text out, in a stream."""
