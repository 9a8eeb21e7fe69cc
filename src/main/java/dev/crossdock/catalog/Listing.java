package dev.crossdock.catalog;

/** A SKU as a channel names it; {@code version} counts its changes, from 1. */
public record Listing(ChannelSku channelSku, String sku, int version) {}
