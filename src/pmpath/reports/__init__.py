"""Which facts go into which report: frozen values, still numbers and dates."""
