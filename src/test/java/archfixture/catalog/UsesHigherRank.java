package archfixture.catalog;

import archfixture.orders.Orders;

record UsesHigherRank(Orders orders) {}
