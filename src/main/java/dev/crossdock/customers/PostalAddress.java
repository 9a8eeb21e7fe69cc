package dev.crossdock.customers;

import org.jspecify.annotations.Nullable;

/**
 * Where a parcel goes. Its text form shows the country only, so that no log shows more.
 *
 * @param region state or province, by code where the country has codes
 * @param country ISO 3166-1 alpha-2
 * @param lat degrees north, where the channel told it
 */
public record PostalAddress(
    @Nullable String name,
    @Nullable String company,
    @Nullable String line1,
    @Nullable String line2,
    @Nullable String line3,
    @Nullable String city,
    @Nullable String region,
    @Nullable String postalCode,
    @Nullable String country,
    @Nullable String phone,
    @Nullable Double lat,
    @Nullable Double lon) {

  /** A place without a person, such as where a warehouse stands. */
  public static PostalAddress ofPlace(
      @Nullable String country,
      @Nullable String region,
      @Nullable String city,
      @Nullable String postalCode,
      @Nullable Double lat,
      @Nullable Double lon) {
    return new PostalAddress(null, null, null, null, null, city, region, postalCode, country, null, lat, lon);
  }

  @Override
  public String toString() {
    return "PostalAddress[" + (country != null && country.length() == 2 ? country : "…") + "]";
  }
}
