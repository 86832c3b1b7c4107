"""What entries tell beside their totals: openings, and promises."""
