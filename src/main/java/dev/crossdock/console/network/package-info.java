/** Where goods leave from and what carriage costs: profiles of locations and rate cards, looked at and changed. */
@NullMarked
package dev.crossdock.console.network;

import org.jspecify.annotations.NullMarked;
