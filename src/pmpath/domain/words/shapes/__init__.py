"""Events that the shape of a line tells, where no phrase does."""
