package dev.crossdock.orders;

/** Where an order came from and its key there; unique within a merchant. */
public record ChannelRef(String channel, String account, String externalId) {

  @Override
  public String toString() {
    return channel + "/" + account + "/" + externalId;
  }
}
