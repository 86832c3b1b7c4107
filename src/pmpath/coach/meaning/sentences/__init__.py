"""What one sentence tells: whose deed it is, whether it happened, how many deeds there are."""
