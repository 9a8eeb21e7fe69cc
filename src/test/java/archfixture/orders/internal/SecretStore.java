package archfixture.orders.internal;

import java.sql.Connection;

/** A store may speak SQL. */
record SecretStore(Connection connection) {}
