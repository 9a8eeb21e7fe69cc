package dev.crossdock.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the demo merchant sells and where it keeps it: Fern & Flint, gear for kitchens and campsites. */
final class Assortment {

  /** A SKU with its price in cents. */
  record Item(String sku, String title, long cents, int weightGrams) {}

  /** A kit and what it is made of. */
  record Kit(String sku, String title, long cents, Map<String, Integer> parts) {}

  /** A place that holds stock. */
  record Place(
      String code, String name, String kind, String country, String region, String city, String postalCode, double lat,
      double lon, String zone) {}

  static final List<Place> PLACES =
      List.of(
          new Place("NJ1", "Newark warehouse", "WAREHOUSE", "US", "NJ", "Newark", "07105", 40.7282, -74.1403,
              "America/New_York"),
          new Place("RNO", "Reno warehouse", "WAREHOUSE", "US", "NV", "Reno", "89506", 39.6480, -119.8790,
              "America/Los_Angeles"),
          new Place("CHI-STORE", "Chicago store", "STORE", "US", "IL", "Chicago", "60607", 41.8745, -87.6507,
              "America/Chicago"),
          new Place("LON-3PL", "London partner warehouse", "THREE_PL", "GB", "", "Dartford", "DA1 5PZ", 51.4470, 0.2120,
              "Europe/London"));

  static final List<Item> ITEMS =
      List.of(
          new Item("KTL-STEEL-12", "Gooseneck kettle 1.2 l, brushed steel", 7_900, 980),
          new Item("KTL-BLACK-12", "Gooseneck kettle 1.2 l, matt black", 8_400, 980),
          new Item("GRD-HAND-40", "Hand grinder, 40 mm burrs", 11_900, 640),
          new Item("GRD-BURR-SET", "Replacement burr set 40 mm", 2_900, 120),
          new Item("DRP-GLASS-2", "Glass dripper, two cups", 2_450, 310),
          new Item("DRP-CER-WHT", "Ceramic dripper, white", 2_250, 420),
          new Item("FLT-PAPER-100", "Paper filters, 100", 790, 140),
          new Item("FLT-CLOTH-3", "Cloth filters, set of 3", 1_450, 60),
          new Item("SRV-GLASS-600", "Glass server 600 ml", 2_600, 380),
          new Item("CUP-ENML-GRN", "Enamel cup, fern green", 1_390, 160),
          new Item("CUP-ENML-CRM", "Enamel cup, cream", 1_390, 160),
          new Item("CUP-ENML-BLU", "Enamel cup, night blue", 1_390, 160),
          new Item("PAN-CAST-26", "Cast-iron pan 26 cm", 5_950, 2_300),
          new Item("PAN-CARB-28", "Carbon steel pan 28 cm", 6_900, 1_700),
          new Item("POT-CAMP-15", "Camp pot 1.5 l with lid", 4_450, 540),
          new Item("STV-ALC-BRS", "Alcohol stove, brass", 3_250, 210),
          new Item("STV-WIND", "Folding windscreen", 1_850, 260),
          new Item("KNF-PAR-9", "Paring knife 9 cm", 3_400, 90),
          new Item("KNF-CHEF-20", "Chef's knife 20 cm", 9_900, 220),
          new Item("KNF-FOLD-8", "Folding knife, walnut", 5_400, 110),
          new Item("BRD-OAK-40", "Oak board 40 cm", 4_900, 1_600),
          new Item("BRD-OLV-25", "Olive wood board 25 cm", 3_650, 700),
          new Item("TWL-LINEN-NAT", "Linen towel, natural", 1_650, 130),
          new Item("TWL-LINEN-GRN", "Linen towel, fern", 1_650, 130),
          new Item("APR-CNV-BLK", "Canvas apron, black", 5_200, 480),
          new Item("LNT-OIL-SML", "Oil lantern, small", 4_200, 620),
          new Item("LNT-WICK-3", "Lantern wicks, 3", 490, 20),
          new Item("BLK-WOOL-GRY", "Wool blanket, grey", 12_900, 1_450),
          new Item("BLK-WOOL-RED", "Wool blanket, brick", 12_900, 1_450),
          new Item("BTL-STEEL-75", "Steel bottle 0.75 l", 3_100, 330),
          new Item("BTL-CAP-LOOP", "Loop cap for steel bottle", 690, 50),
          new Item("FRE-STEEL", "Fire steel with striker", 1_950, 70),
          new Item("AXE-HAND-HCK", "Hand axe, hickory", 8_750, 900),
          new Item("SPN-OLV-30", "Olive wood spoon 30 cm", 1_150, 60),
          new Item("SLT-FLAKE-250", "Sea salt flakes 250 g", 890, 270),
          new Item("COF-HOUSE-340", "House coffee 340 g", 1_590, 350),
          new Item("COF-DECAF-340", "Decaf coffee 340 g", 1_690, 350),
          new Item("TEA-PINE-80", "Pine tip tea 80 g", 1_250, 100));

  static final List<Kit> KITS =
      List.of(
          new Kit("KIT-POUROVER", "Pour-over starter kit", 12_400,
              Map.of("KTL-STEEL-12", 1, "DRP-GLASS-2", 1, "FLT-PAPER-100", 2)),
          new Kit("KIT-CAMPFIRE", "Campfire cooking kit", 9_900,
              Map.of("POT-CAMP-15", 1, "STV-ALC-BRS", 1, "STV-WIND", 1, "FRE-STEEL", 1)),
          new Kit("KIT-CUPS-3", "Enamel cups, one of each", 3_900,
              Map.of("CUP-ENML-GRN", 1, "CUP-ENML-CRM", 1, "CUP-ENML-BLU", 1)));

  /** What everybody wants when all want the same, and the one place that has it then. */
  static final Item WANTED = item("COF-HOUSE-340");
  static final String WANTED_AT = "NJ1";

  /** Sold on WooCommerce under a name that nobody has mapped yet. */
  static final Item UNMAPPED = new Item("FF-MYSTERY-TIN", "Limited tin, winter edition", 2_200, 300);

  private Assortment() {}

  private static Item item(String sku) {
    return ITEMS.stream().filter(item -> item.sku().equals(sku)).findFirst().orElseThrow();
  }

  /** Everything a buyer can put in a basket. */
  static List<Item> sellable() {
    List<Item> all = new ArrayList<>(ITEMS);
    KITS.forEach(kit -> all.add(new Item(kit.sku(), kit.title(), kit.cents(), 0)));
    return List.copyOf(all);
  }

  /** Amazon's seller SKU for a SKU: made there once, years ago, by somebody else. */
  static String amazonSku(String sku) {
    return "FF-" + sku.replace("-", "") + "-US";
  }
}
