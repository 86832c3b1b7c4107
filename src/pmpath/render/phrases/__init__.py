"""Sentences that several screens share."""
