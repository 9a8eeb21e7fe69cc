package dev.crossdock.customers;


import org.jspecify.annotations.Nullable;
public record PostalAddress(@Nullable String name, @Nullable String company, @Nullable String line1, @Nullable String line2, @Nullable String line3, @Nullable String city, @Nullable String region, @Nullable String postalCode, @Nullable String country, @Nullable String phone, @Nullable Double lat, @Nullable Double lon) {
 public static PostalAddress ofPlace(@Nullable String c, @Nullable String r, @Nullable String ci, @Nullable String p, @Nullable Double lat, @Nullable Double lon) { return new PostalAddress(null,null,null,null,null,ci,r,p,c,null,lat,lon);} }
