"""What a person has settled once for all meetings: one TOML file in the platform's config folder."""
