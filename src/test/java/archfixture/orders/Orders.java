package archfixture.orders;

import archfixture.orders.internal.Secret;

/** May use its own inside. */
public record Orders(Secret secret) {}
