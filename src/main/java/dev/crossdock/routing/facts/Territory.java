package dev.crossdock.routing.facts;

import dev.crossdock.inventory.Location;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The customs and the VAT area that an address lies in, by the law of 2026. Not legal advice: it knows the exceptions
 * that have an address of their own, and takes a country for one area otherwise.
 *
 * <ul>
 *   <li>EU customs: Regulation (EU) 952/2013 (Union Customs Code), article 4, with Monaco and the British bases on
 *       Cyprus; without Ceuta, Melilla, Livigno, Heligoland, Büsingen, the Faroes, Greenland and the overseas
 *       countries and territories of annex II TFEU. The Canary Islands and the French departments overseas are inside.
 *   <li>EU VAT: Directive 2006/112/EC, articles 5 to 7. Article 6(1) leaves out Mount Athos, the Canary Islands, the
 *       French departments overseas, Åland and Campione d'Italia; article 6(2) the places above.
 *   <li>Northern Ireland: Windsor Framework (Protocol on Ireland/Northern Ireland), article 5(3) and (4), article 8,
 *       annexes 2 and 3: Union rules for goods, and free access to Great Britain (article 6(1)). VAT numbers there
 *       begin with XI.
 *   <li>Isle of Man: Customs and Excise Agreement 1979: with the United Kingdom for customs and VAT; Jersey and
 *       Guernsey for customs only (arrangements of 2018).
 *   <li>Liechtenstein with Switzerland: Customs Treaty 1923, VAT treaty 1994. Büsingen with both: treaty of 1964.
 *   <li>Puerto Rico with the United States: 19 CFR 101.1.
 * </ul>
 *
 * @param customs {@code EU}, {@code XI} for Northern Ireland, or the code of the country whose area it is
 * @param vat the same for VAT
 */
public record Territory(String customs, String vat) {

  private static final String EU = "EU";
  private static final String XI = "XI";
  private static final String GB = "GB";
  private static final Territory INSIDE = new Territory(EU, EU);
  private static final Territory NORTHERN_IRELAND = new Territory(XI, XI);

  /** Union Customs Code, article 4(1). */
  private static final Set<String> MEMBERS = Set.of(
      "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
      "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

  /** Countries by their own code that are part of another's area. */
  private static final Map<String, Territory> PARTS = Map.ofEntries(
      Map.entry("MC", INSIDE),
      Map.entry(XI, NORTHERN_IRELAND),
      Map.entry("AX", new Territory(EU, "AX")),
      Map.entry("IC", new Territory(EU, "IC")),
      Map.entry("GP", new Territory(EU, "GP")),
      Map.entry("MQ", new Territory(EU, "MQ")),
      Map.entry("GF", new Territory(EU, "GF")),
      Map.entry("RE", new Territory(EU, "RE")),
      Map.entry("YT", new Territory(EU, "YT")),
      Map.entry("MF", new Territory(EU, "MF")),
      Map.entry("IM", new Territory(GB, GB)),
      Map.entry("JE", new Territory(GB, "JE")),
      Map.entry("GG", new Territory(GB, "GG")),
      Map.entry("LI", new Territory("CH", "CH")),
      Map.entry("PR", new Territory("US", "US")));

  /** The departments and territories overseas by the first digits of French postal codes, the longer ones first. */
  private static final Map<String, String> OVERSEAS = Map.ofEntries(
      Map.entry("97133", "BL"), Map.entry("97150", "MF"),
      Map.entry("971", "GP"), Map.entry("972", "MQ"), Map.entry("973", "GF"), Map.entry("974", "RE"),
      Map.entry("975", "PM"), Map.entry("976", "YT"), Map.entry("980", "MC"), Map.entry("986", "WF"),
      Map.entry("987", "PF"), Map.entry("988", "NC"));

  private static final int OVERSEAS_DIGITS = 3;

  /** Where a location stands. */
  public static Territory of(Location location) {
    return of(location.country(), location.region(), location.postalCode());
  }

  /** Where an order goes; null when its country is not known. */
  public static @Nullable Territory of(Destination destination) {
    String country = destination.country();
    return country == null ? null : of(country, destination.region(), destination.postalCode());
  }

  /**
   * Of an address.
   *
   * @param country ISO 3166-1 alpha-2; {@code XI} and {@code EL}, as VAT has them, are understood
   * @param region ISO 3166-2, with or without the country
   */
  public static Territory of(String country, @Nullable String region, @Nullable String postalCode) {
    String land = country.equals("EL") ? "GR" : country.equals("UK") ? GB : country;
    String code = postalCode == null ? "" : plain(postalCode);
    Territory exception = exception(land, region == null ? "" : area(land, region), code);
    return exception == null ? country(land) : exception;
  }

  /** Whether goods are declared on their way from here to there. */
  public boolean crossesCustoms(Territory to) {
    boolean irish = customs.equals(XI) && (to.customs.equals(EU) || to.customs.equals(GB));
    return !customs.equals(to.customs) && !irish && !(customs.equals(EU) && to.customs.equals(XI));
  }

  /** Whether a sale from here to there is an export and an import for VAT. */
  public boolean crossesVat(Territory to) {
    boolean irish = vat.equals(XI) ? to.vat.equals(EU) || to.vat.equals(GB)
        : to.vat.equals(XI) && (vat.equals(EU) || vat.equals(GB));
    return !vat.equals(to.vat) && !irish;
  }

  private static Territory country(String land) {
    Territory part = PARTS.get(land);
    if (part != null) {
      return part;
    }
    return MEMBERS.contains(land) ? INSIDE : own(land);
  }

  /** What an address is by its region or postal code, where that differs from its country; else null. */
  private static @Nullable Territory exception(String land, String area, String code) {
    return switch (land) {
      case "ES" -> spain(area, code);
      case "FR" -> overseas(code);
      case "GB" -> unitedKingdom(area, code);
      case "FI" -> area.equals("01") || code.startsWith("22") ? country("AX") : null;
      case "IT" -> switch (code) {
        case "23041", "23030" -> own("IT-LIVIGNO");
        case "22061", "22060" -> new Territory(EU, "IT-CAMPIONE");
        default -> null;
      };
      case "DE" -> switch (code) {
        case "78266" -> country("CH");
        case "27498" -> own("DE-HELIGOLAND");
        default -> null;
      };
      case "GR" -> area.equals("69") || code.equals("63086") ? new Territory(EU, "GR-69") : null;
      case "US" -> area.isEmpty() ? null : american(area);
      default -> null;
    };
  }

  private static @Nullable Territory spain(String area, String code) {
    if (area.equals("CN") || area.equals("GC") || area.equals("TF") || five(code, "35") || five(code, "38")) {
      return country("IC");
    }
    if (area.equals("CE") || five(code, "51")) {
      return own("ES-CE");
    }
    return area.equals("ML") || five(code, "52") ? own("ES-ML") : null;
  }

  private static @Nullable Territory overseas(String code) {
    String island = OVERSEAS.get(code);
    if (island == null && code.length() > OVERSEAS_DIGITS) {
      island = OVERSEAS.get(code.substring(0, OVERSEAS_DIGITS));
    }
    return island == null ? null : country(island);
  }

  private static @Nullable Territory unitedKingdom(String area, String code) {
    if (area.equals("NIR") || district(code, "BT")) {
      return NORTHERN_IRELAND;
    }
    if (district(code, "IM")) {
      return country("IM");
    }
    return district(code, "JE") ? country("JE") : district(code, "GY") ? country("GG") : null;
  }

  /** Only Puerto Rico is inside; the other islands are customs areas of their own. */
  private static @Nullable Territory american(String area) {
    return switch (area) {
      case "VI", "GU", "AS", "MP" -> own(area);
      default -> null;
    };
  }

  /** A Spanish postal code of this province. */
  private static boolean five(String code, String province) {
    return code.length() == 5 && code.startsWith(province);
  }

  /** A British postal code of this area: {@code BT1}, and not {@code BTX}. */
  private static boolean district(String code, String area) {
    return code.length() > area.length() && code.startsWith(area) && Character.isDigit(code.charAt(area.length()));
  }

  private static Territory own(String name) {
    return new Territory(name, name);
  }

  private static String area(String land, String region) {
    String area = region.toUpperCase(Locale.ROOT);
    return area.startsWith(land + "-") ? area.substring(land.length() + 1) : area;
  }

  /** Letters and digits alone, so that {@code 630 86} and {@code bt1 5gs} are known. */
  private static String plain(String postalCode) {
    StringBuilder plain = new StringBuilder(postalCode.length());
    for (int i = 0; i < postalCode.length(); i++) {
      char c = postalCode.charAt(i);
      if (c < 0x80 && Character.isLetterOrDigit(c)) {
        plain.append(Character.toUpperCase(c));
      }
    }
    return plain.toString();
  }
}
