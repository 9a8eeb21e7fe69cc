package archfixture.api;

import archfixture.orders.internal.Secret;

record UsesInternal(Secret secret) {}
