package archfixture.routing;

import archfixture.orders.Orders;

/** May use orders, which is lower. */
public record Routing(Orders orders) {}
