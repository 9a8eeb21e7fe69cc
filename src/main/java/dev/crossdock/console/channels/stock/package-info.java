/** The pages of what channels show of the stock: by account, with its rule and its listings. */
@NullMarked
package dev.crossdock.console.channels.stock;

import org.jspecify.annotations.NullMarked;
