"""What is left: the share done, the forecast, the ways on."""
