package dev.crossdock.customers;

import dev.crossdock.customers.internal.AddressCheck;
import java.util.List;

/**
 * Judges an address by what is commonly known of its country: fields a carrier needs, the look of postcodes, codes of
 * states, and whether a postcode can lie in its state. PO boxes and military addresses are as good as any. Whether
 * the street exists nobody is asked.
 */
public final class AddressRules {

  private AddressRules() {}

  /** All that is wrong or doubtful; empty when nothing is. Bears any text and never throws. */
  public static List<AddressProblem> check(PostalAddress address) {
    return new AddressCheck(address).problems();
  }
}
