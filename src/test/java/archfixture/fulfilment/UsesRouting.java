package archfixture.fulfilment;

import archfixture.routing.Routing;

record UsesRouting(Routing routing) {}
