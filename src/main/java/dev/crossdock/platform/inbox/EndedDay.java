package dev.crossdock.platform.inbox;

import dev.crossdock.platform.db.Merchant;
import java.util.Map;

/**
 * A day whose raw messages were taken out of use and are to be dropped.
 *
 * @param table its name is never used again, so whatever is noted about this day can be noted once
 * @param messages of each merchant how many are in it
 */
public record EndedDay(String table, Map<Merchant, Integer> messages) {}
