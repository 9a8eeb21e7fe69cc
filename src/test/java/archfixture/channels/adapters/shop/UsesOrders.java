package archfixture.channels.adapters.shop;

import archfixture.orders.Orders;

record UsesOrders(Orders orders) {}
