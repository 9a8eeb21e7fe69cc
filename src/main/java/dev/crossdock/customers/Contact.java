package dev.crossdock.customers;


import org.jspecify.annotations.Nullable;
public record Contact(@Nullable String name, @Nullable String company, @Nullable String email, @Nullable String phone) {}
