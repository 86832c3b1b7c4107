"""pmpath: set the date you will be a product manager, and take one step toward it each day."""

__version__ = "0.1.0"
