"""What leaves the store, in the formats of others: one file per format."""
