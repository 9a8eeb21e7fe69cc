/** What each channel has to show of the stock: rules, the quantity owed to each listing, and the journal reader. */
@NullMarked
package dev.crossdock.channels.publishing;

import org.jspecify.annotations.NullMarked;
