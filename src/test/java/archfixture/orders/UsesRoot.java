package archfixture.orders;

import archfixture.Root;

record UsesRoot(Root root) {}
