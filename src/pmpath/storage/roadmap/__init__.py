"""roadmap.toml: reading, single changes, the template, drafts."""
