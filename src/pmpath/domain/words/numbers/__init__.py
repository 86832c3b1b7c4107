"""Measured numbers in a line, and the exact way to write one."""
