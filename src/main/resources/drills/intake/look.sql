-- The server's own look at what came in comes when a table has grown by a part: what is asked next is about just that.
analyze orders, journal, journal_block, hold
