package dev.crossdock.inventory.promising;

import org.jspecify.annotations.Nullable;

/**
 * Units that are not offered, in layers; what is null stands for any. A setting with a location keeps units back there,
 * one without keeps them back from the sum over all locations; of each sort the most specific setting that fits
 * counts, alone: the one with the SKU before the one without, then with the account, then with the channel. So a
 * specific 0 switches a general buffer off.
 *
 * @param channel given whenever {@code account} is
 * @param units 0 to 1,000,000,000; null takes the setting back
 */
public record SafetyStock(
    @Nullable String sku,
    @Nullable String location,
    @Nullable String channel,
    @Nullable String account,
    @Nullable Long units) {

  /** Whether it speaks about this SKU as sold here. */
  public boolean fits(String soldSku, AtpContext context) {
    return (sku == null || sku.equals(soldSku))
        && (channel == null || channel.equals(context.channel()))
        && (account == null || account.equals(context.account()));
  }

  /** The higher, the sooner it counts among those that fit. */
  public int weight() {
    return (sku == null ? 0 : 4) + (account == null ? 0 : 2) + (channel == null ? 0 : 1);
  }

  /** What it speaks about, in words. */
  public String words() {
    String whose = sku == null ? "every SKU" : "this SKU";
    String sold = channel == null ? "" : " on " + channel + (account == null ? "" : "/" + account);
    return "kept back of " + whose + sold;
  }
}
