package archfixture.channels.adapters.shop;

import archfixture.channels.adapters.mart.Mart;

record UsesOtherAdapter(Mart mart) {}
