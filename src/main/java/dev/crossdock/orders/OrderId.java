package dev.crossdock.orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identity of an order, made by us; the channel's id stands in {@link ChannelRef}. */
public record OrderId(@JsonValue UUID value) {

  @JsonCreator
  public OrderId {}

  /** The order's journal stream. */
  public String stream() {
    return "order:" + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
