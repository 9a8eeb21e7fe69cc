package archfixture.channels;

import archfixture.channels.adapters.mart.Mart;

record UsesAdapter(Mart mart) {}
