/** The list of orders: views, the filter, the table, and how it stays true while somebody looks. */
@NullMarked
package dev.crossdock.console.orders.list;

import org.jspecify.annotations.NullMarked;
