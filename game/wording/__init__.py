"""Every sentence a player reads: catalogues, numbers, and events put into words."""
