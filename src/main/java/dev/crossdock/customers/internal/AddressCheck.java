package dev.crossdock.customers.internal;

import dev.crossdock.customers.AddressProblem;
import dev.crossdock.customers.AddressProblem.Level;
import dev.crossdock.customers.PostalAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One check of one address. Pure. */
public final class AddressCheck {

  private final PostalAddress address;
  private final List<AddressProblem> problems = new ArrayList<>();

  public AddressCheck(PostalAddress address) {
    this.address = address;
  }

  public List<AddressProblem> problems() {
    texts();
    if (!AddressText.saysSomething(address.name()) && !AddressText.saysSomething(address.company())) {
      wrong("name", "required", "A parcel needs the name of a person or a company.");
    }
    if (!AddressText.saysSomething(address.line1())) {
      wrong("line1", "required", "The street is missing.");
    } else if (!AddressText.hasDigit(address.line1()) && !AddressText.hasDigit(address.line2())) {
      doubtful("line1", "house-number", "There is no house number.");
    }
    Optional<Country> country = Countries.find(address.country());
    if (!AddressText.saysSomething(address.country())) {
      wrong("country", "required", "The country is missing.");
    } else if (country.isEmpty()) {
      wrong("country", "unknown", "The country must be a code of two letters (ISO 3166-1).");
    } else {
      inCountry(country.get());
    }
    return List.copyOf(problems);
  }

  private void inCountry(Country country) {
    if (Countries.isAlias(address.country())) {
      doubtful("country", "alias", "The code of " + name(country) + " is " + country.code() + ".");
    }
    if (country.city() == Country.Need.REQUIRED && !AddressText.saysSomething(address.city())) {
      wrong("city", "required", "The city is missing.");
    }
    boolean postcodeFits = postcode(country);
    region(country, postcodeFits ? country.bare(address.postalCode()) : "");
  }

  /** Whether there is a postcode and it looks like one. */
  private boolean postcode(Country country) {
    if (!AddressText.saysSomething(address.postalCode())) {
      if (country.postcode() == Country.Need.REQUIRED) {
        wrong("postalCode", "required", "The postcode is missing. " + looksLike(country));
      }
      return false;
    }
    if (country.formats().isEmpty() || country.fits(address.postalCode())) {
      return true;
    }
    if (country.postcode() == Country.Need.REQUIRED) {
      wrong("postalCode", "format", looksLike(country));
    } else {
      doubtful("postalCode", "format", looksLike(country));
    }
    return false;
  }

  private void region(Country country, String postcode) {
    if (!AddressText.saysSomething(address.region())) {
      if (country.region() == Country.Need.REQUIRED) {
        wrong("region", "required", "The state or province is missing.");
      } else if (country.region() == Country.Need.WELCOME) {
        doubtful("region", "required", "The state or province is missing.");
      }
      return;
    }
    if (!Regions.knows(country.code())) {
      return;
    }
    Optional<Region> region = Regions.find(country.code(), address.region());
    if (region.isEmpty()) {
      wrong("region", "unknown", "There is no such state or province in " + name(country) + ".");
    } else {
      regionOfPostcode(country, region.get(), postcode);
    }
  }

  /** Some postcodes cross the border of their state, so a neighbour is only doubtful. */
  private void regionOfPostcode(Country country, Region region, String postcode) {
    List<String> possible = PostcodeAreas.regions(country.code(), postcode);
    if (possible.isEmpty() || possible.contains(region.code())) {
      return;
    }
    String sentence = "This postcode lies in " + String.join(" or ", possible) + ", not in " + region.code() + ".";
    if (possible.stream().anyMatch(region.neighbours()::contains)) {
      doubtful("postalCode", "mismatch", sentence);
    } else {
      wrong("postalCode", "mismatch", sentence);
    }
  }

  private void texts() {
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    fields.put("name", address.name());
    fields.put("company", address.company());
    fields.put("line1", address.line1());
    fields.put("line2", address.line2());
    fields.put("line3", address.line3());
    fields.put("city", address.city());
    fields.put("region", address.region());
    fields.put("postalCode", address.postalCode());
    fields.put("country", address.country());
    fields.put("phone", address.phone());
    fields.forEach(this::text);
  }

  private void text(String field, @Nullable String text) {
    if (text == null) {
      return;
    }
    if (text.length() > AddressText.LENGTH_MAX) {
      wrong(field, "length", "No label takes more than " + AddressText.LENGTH_MAX + " characters.");
    } else if (text.codePoints().anyMatch(AddressCheck::isUnprintable)) {
      wrong(field, "characters", "There are characters that no printer knows.");
    }
  }

  /** Line breaks are common in addresses and harm nobody. */
  private static boolean isUnprintable(int codePoint) {
    int type = Character.getType(codePoint);
    boolean broken = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    return !broken && (type == Character.CONTROL || type == Character.SURROGATE || codePoint == 0xFFFD);
  }

  private static String looksLike(Country country) {
    return "A postcode of " + name(country) + " looks like " + country.example() + ".";
  }

  private static String name(Country country) {
    return Locale.of("", country.code()).getDisplayCountry(Locale.ENGLISH);
  }

  private void wrong(String field, String rule, String sentence) {
    problems.add(new AddressProblem(Level.WRONG, field, rule, sentence));
  }

  private void doubtful(String field, String rule, String sentence) {
    problems.add(new AddressProblem(Level.DOUBTFUL, field, rule, sentence));
  }
}
