package dev.crossdock.inventory.promising;

import org.jspecify.annotations.Nullable;

/**
 * Units that are not offered, in layers; what is null stands for any. A setting with a location keeps units back there,
 * one without keeps them back from the sum over all locations; of each sort the most specific setting that fits
 * counts, alone: the one with the SKU before the one without, then with the account, then with the channel. So a
 * specific 0 switches a general buffer off. A SKU that ends with a star is a rule for all SKUs that begin like it; the
 * longer it is, the more specific.
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

  /** Longer than any. */
  private static final int SKU_LENGTH_MAX = 1_000;

  /** Whether it speaks about all SKUs that begin alike. */
  public boolean isRule() {
    return sku != null && sku.length() > 1 && sku.endsWith("*");
  }

  private String beginning() {
    return sku == null ? "" : sku.substring(0, sku.length() - 1);
  }

  /** Whether it speaks about this SKU as sold here. */
  public boolean fits(String soldSku, AtpContext context) {
    return (sku == null || sku.equals(soldSku) || (isRule() && soldSku.startsWith(beginning())))
        && (channel == null || channel.equals(context.channel()))
        && (account == null || account.equals(context.account()));
  }

  /** The higher, the sooner it counts among those that fit. */
  public int weight() {
    int asked = sku == null ? 0 : isRule() ? sku.length() : SKU_LENGTH_MAX;
    return 4 * asked + (account == null ? 0 : 2) + (channel == null ? 0 : 1);
  }

  /** What it speaks about, in words. */
  public String words() {
    String whose = sku == null ? "every SKU" : isRule() ? "SKUs that begin with " + beginning() : "this SKU";
    String sold = channel == null ? "" : " on " + channel + (account == null ? "" : "/" + account);
    return "kept back of " + whose + sold;
  }
}
