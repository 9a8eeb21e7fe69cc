package dev.crossdock.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.InventoryCheck;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.time.SystemTime;
import dev.crossdock.testing.Installation.Reply;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What must not be believed about stock, by each door: the API, files and the console. Each is answered by name, what
 * is good beside it is taken, and nothing is left half done.
 */
class BadStockInputTest {

  private static final String MUCH = "1000000000000";
  private static final String GOOD = "{\"sku\":\"BAD-2\",\"location\":\"BER\",\"onHand\":7}";
  private static final Charset WESTERN = Charset.forName("windows-1252");

  @RegisterExtension
  static final Desk desk = new Desk();
  private static Visitor mira;

  @BeforeAll
  static void open() {
    mira = new Visitor(desk.house(), "mira");
    desk.sells("BAD-1", "Mug", 10, 0);
    desk.sells("BAD-2", "Kettle", 10, 0);
    desk.sells("GRÖSSE-Ü", "Umlaut", 1, 0);
  }

  @AfterEach
  void addsUp() {
    assertThat(new InventoryCheck(desk.house().part(Door.class)).run(Merchant.MAIN)).isEmpty();
  }

  /**
   * Apostrophes stand for the quotation marks of JSON, MUCH for more than anybody has, GOOD for a
   * level that could be.
   */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
    PUT stock | [GOOD,{'sku':'BAD-1','location':'BER','onHand':-1}] | /1/onHand range
    PUT stock | [GOOD,{'sku':'NONE','location':'BER','onHand':1}] | /1/sku unknown
    PUT stock | [{'sku':'BAD-1','location':'MOON','onHand':1}] | /0/location unknown
    PUT stock | [{'sku':'BAD-1','location':'BER','onHand':MUCH}] | /0/onHand range
    POST stock/adjustments | [{'sku':'BAD-1','location':'BER','delta':-900,'reason':'LOST'}] | /0/delta range
    POST stock/adjustments | [{'sku':'NONE','location':'BER','delta':1,'reason':'FOUND'}] | /0/sku unknown
    POST stock/adjustments | [{'sku':'BAD-1','location':'MOON','delta':1,'reason':'FOUND'}] | /0/location unknown
    POST stock/adjustments | [{'sku':'BAD-1','location':'BER','delta':MUCH,'reason':'FOUND'}] | /0/delta range
    POST stock/blocks | [{'sku':'BAD-1','location':'BER','reason':'DAMAGED','units':MUCH}] | /0/units range
    PUT stock/bins | {'sku':'BAD-1','location':'BER','bin':'A','units':MUCH} | /units range
    PUT safety-stock | [{'sku':'BAD-1','units':MUCH}] | /0/units range
    """)
  void theApiBelievesNoLevelThatCannotBe(String request, String body, String wrong) {
    refusedByName(request, body, wrong);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
    POST purchase-orders | {HEAD,'lines':[{'sku':'BAD-1','units':MUCH}]} | /lines/0/units range
    POST purchase-orders | {'supplier':'A','location':'MOON','lines':[{'sku':'NONE','units':-1}]} | /location unknown
    POST transfers | {'from':'BER','to':'CGN','lines':[{'sku':'BAD-1','units':MUCH}]} | /lines/0/units range
    POST transfers | {'from':'BER','to':'BER','lines':[{'sku':'BAD-1','units':1}]} | /to same
    POST transfers | {'from':'BER','to':'MOON','lines':[{'sku':'NONE','units':1}]} | /to unknown
    POST counts | {'location':'BER','approveAbove':0,'lines':[{'sku':'NONE'}]} | /lines/0/sku unknown
    POST incoming-returns | {'reference':'R','sku':'BAD-1','location':'BER','units':MUCH} | /units range
    POST reservations | {'lines':[{'sku':'BAD-1','units':MUCH}]} | /lines/0/units range
    """)
  void theApiBelievesNoDocumentThatCannotBe(String request, String body, String wrong) {
    refusedByName(request, body, wrong);
  }

  private static String json(String body) {
    return body.replace("HEAD", "'supplier':'A','location':'BER'").replace('\'', '"').replace("MUCH", MUCH)
        .replace("GOOD", GOOD);
  }

  private static void refusedByName(String request, String body, String wrong) {
    String[] where = request.split(" ");
    Map<String, Long> before = rows();

    Reply reply =
        desk.house().send(desk.house().request(where[0], "/api/v1/" + where[1], json(body)).build());

    assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
    assertThat(reply.at("/errors/0/pointer") + " " + reply.at("/errors/0/code")).as(reply.toString()).isEqualTo(wrong);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void theApiTakesADeliveryNoteOnceAndCountsWhilePeoplePick() {
    String order = ordered("PO-BAD", 6);
    String note = "{\"reference\":\"DN-1\",\"lines\":[{\"line\":1,\"units\":2}]}";
    String other = "{\"reference\":\"DN-1\",\"lines\":[{\"line\":1,\"units\":3}]}";
    String path = "/api/v1/purchase-orders/" + order + "/receipts";
    int before = onHand("BAD-1");
    assertThat(desk.house().post(path, note).status()).isEqualTo(200);
    assertThat(desk.house().post(path, note).status()).as("the same again").isEqualTo(200);
    Reply refused = desk.house().post(path, other);
    assertThat(refused.status() + refused.at("/errors/0/pointer") + " " + refused.at("/errors/0/code"))
        .isEqualTo("422/reference duplicate");
    Reply tooMuch = desk.house().post(path, note.replace("DN-1", "DN-2").replace("2}]", MUCH + "}]"));
    assertThat(tooMuch.at("/errors/0/pointer")).isEqualTo("/lines/0/units");
    assertThat(onHand("BAD-1")).isEqualTo(before + 2);

    String count = begun("CC-API", "BAD-2");
    int there = onHand("BAD-2");
    String seen = new SystemTime().instant().toString();
    picks("BAD-2", 3);
    String lines = "\"lines\":[{\"line\":1,\"units\":%s}]}";
    assertThat(desk.house().post("/api/v1/counts/" + count + "/lines", "{" + lines.formatted(MUCH)).status())
        .isEqualTo(422);
    assertThat(desk.house().post("/api/v1/counts/" + count + "/lines", "{" + lines.formatted("-1")).status())
        .isEqualTo(422);
    Reply counted = desk.house().post(
        "/api/v1/counts/" + count + "/lines", "{\"countedAt\":\"" + seen + "\"," + lines.formatted(there));
    assertThat(counted.at("/lines/0/variance")).as(counted.toString()).isIn("0", "");
    assertThat(onHand("BAD-2")).as("what was picked is no difference").isEqualTo(there - 3);
  }

  @Test
  void aFileIsReadInWhateverEncodingAndItsBadRowsSpoilNoOthers() {
    byte[] file = marked(
        "SKU;Location;On hand\r\nGRÖSSE-Ü;BER;4\r\nBAD-1;BER;-1\r\nNONE;BER;1\r\nBAD-1;MOON;1\r\nBAD-1;CGN;" + MUCH
            + "\r\nBAD-2;CGN;3\r\n");
    String path = "/api/v1/stock/imports/" + posted("/api/v1/stock/imports", file).at("/id");

    Reply done = desk.house().eventually(path, "/finished", "true");

    assertThat(done.at("/refused") + " of " + done.at("/rows")).isEqualTo("4 of 6");
    assertThat(desk.house().get(path + "/errors").text())
        .contains("3,onHand,range", "4,sku,unknown", "5,location,unknown", "6,onHand,range");
    assertThat(onHand("GRÖSSE-Ü")).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "adjustments     | sku;location;delta;reason~GRÖSSE-Ü;BER;1;found~BAD-1;BER;-900;lost~NONE;BER;1;found~"
        + "BAD-1;MOON;1;found~BAD-1;BER;1000000000000;found | 1 delta,range sku,unknown location,unknown delta,range",
    "purchase-orders | number;supplier;location;sku;units~PF-1;ANNE;BER;GRÖSSE-Ü;1~PF-1;ANNE;BER;NONE;1~"
        + "PF-2;ANNE;MOON;BAD-1;1~PF-1;ANNE;BER;BAD-1;-4~PF-1;ANNE;BER;BAD-2;1000000000000 | "
        + "1 sku,unknown location,unknown units,range units,range",
    "transfers       | number;from;to;sku;units~TF-1;BER;CGN;GRÖSSE-Ü;1~TF-2;BER;BER;BAD-1;1~TF-3;BER;MOON;BAD-1;1~"
        + "TF-4;BER;CGN;NONE;1~TF-5;BER;CGN;BAD-1;1000000000000~TF-6;BER;CGN;BAD-1;-1 | "
        + "1 to,same to,unknown sku,unknown units,range units,range",
  })
  void filesOfDocumentsAreJudgedRowByRow(String kind, String rows, String expected) {
    Reply taken = posted("/api/v1/imports/" + kind, marked(rows.replace("~", "\r\n") + "\r\n"));

    assertThat(taken.status()).as(taken.toString()).isIn(200, 201);
    String answers = desk.house().get("/api/v1/imports/" + taken.at("/id") + "/answers").text();
    String[] all = expected.split(" ");
    assertThat(taken.at("/taken")).as(answers).isEqualTo(all[0]);
    assertThat(answers.lines().filter(line -> line.contains(",false,")).toList()).hasSize(all.length - 1);
    for (int i = 1; i < all.length; i++) {
      assertThat(answers.lines().filter(line -> line.contains(",false,")).toList().get(i - 1)).contains(all[i]);
    }
  }

  @Test
  void filesOfReceiptsAndCountsTakeNothingTwice() {
    ordered("PO-FILE", 6);
    byte[] file = marked("order;reference;sku;units\r\nPO-FILE;DN-9;BAD-1;2\r\n");
    int before = onHand("BAD-1");
    assertThat(posted("/api/v1/imports/receipts", file).at("/taken")).isEqualTo("1");
    posted("/api/v1/imports/receipts", file);
    Reply other = posted("/api/v1/imports/receipts", marked("order;reference;sku;units\r\nPO-FILE;DN-9;BAD-1;3\r\n"));
    assertThat(desk.house().get("/api/v1/imports/" + other.at("/id") + "/answers").text())
        .contains("reference,duplicate");
    assertThat(onHand("BAD-1")).isEqualTo(before + 2);

    begun("CC-FILE", "BAD-2");
    int there = onHand("BAD-2");
    posted("/api/v1/imports/counts", marked("count;sku;units\r\nCC-FILE;BAD-2;" + MUCH + "\r\n"));
    posted("/api/v1/imports/counts", marked("count;sku;units\r\nCC-FILE;NONE;1\r\nCC-NONE;BAD-2;1\r\n"));
    assertThat(onHand("BAD-2")).isEqualTo(there);
    picks("BAD-2", 1);
    posted("/api/v1/imports/counts", marked("count;sku;units\r\nCC-FILE;BAD-2;" + (there - 1) + "\r\n"));
    assertThat(onHand("BAD-2")).isEqualTo(there - 1);
  }

  @Test
  void theConsoleSaysWhatIsWrongAndKeepsWhatWasTyped() {
    Map<String, Long> before = rows();
    assertThat(adjust("BAD-1", "BER", "count", "-1")).contains("Nobody can count fewer than none.");
    assertThat(adjust("BAD-1", "BER", "difference", "-900")).contains("Only ", "lie there.");
    assertThat(adjust("NONE", "BER", "count", "1")).contains("NONE is no SKU and no barcode of ours.");
    assertThat(adjust("BAD-1", "MOON", "count", "1")).contains("Nothing was changed.", "There is no such location.");
    assertThat(adjust("BAD-1", "BER", "count", MUCH)).contains("A level holds at most 1,000,000,000 units.");
    assertThat(adjust("BAD-1", "BER", "difference", MUCH)).contains("A level holds at most 1,000,000,000 units.");
    assertThat(adjust("BAD-1", "BER", "count", "1e12")).contains("Enter a whole number of units.");

    assertThat(transfer("BER", "BER", "BAD-1", "1"))
        .contains("The transfer was not requested.", "A transfer needs two different locations.");
    assertThat(transfer("BER", "MOON", "BAD-1", "1")).contains("There is no such location.");
    assertThat(transfer("BER", "CGN", "NONE", "1")).contains("There is no such SKU.");
    assertThat(transfer("BER", "CGN", "BAD-1", MUCH)).contains("It must be 1 to 1,000,000,000 units.");
    assertThat(transfer("BER", "CGN", "BAD-1", "-1")).contains("It must be 1 to 1,000,000,000 units.");
    assertThat(mira.sends("/console/stock/counts/new", "location", "BER", "sku", "NONE", "units", "1"))
        .contains("The count was not begun.", "There is no such SKU.");
    assertThat(
            mira.sends(
                "/console/stock/purchase-orders/new", "supplier", "A", "location", "BER", "sku", "BAD-1", "units",
                MUCH))
        .contains("It must be 1 to 1,000,000,000 units.");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void theConsoleTakesADeliveryNoteOnceAndCountsWhilePeoplePick() {
    String order = ordered("PO-DESK", 9);
    int before = onHand("BAD-1");
    String path = "/console/stock/purchase-orders/" + order + "/receive";
    assertThat(mira.sends(path, "line", "1", "units", "2", "reference", "DN-5")).contains("2 units received");
    assertThat(mira.sends(path, "line", "1", "units", "2", "reference", "DN-5", "again", "yes"))
        .contains("Delivery note DN-5 was received before: nothing was received again");
    assertThat(mira.sends(path, "line", "1", "units", "3", "reference", "DN-5"))
        .contains("Nothing was received.", "Something else was received under this delivery note.");
    assertThat(mira.sends(path, "line", "1", "units", MUCH, "reference", "DN-6")).contains("Nothing was received.");
    assertThat(mira.sends(path, "line", "1", "units", "-2", "reference", "DN-6")).contains("Nothing was received.");
    assertThat(onHand("BAD-1")).isEqualTo(before + 2);

    String count = "/console/stock/counts/" + begun("CC-DESK", "BAD-2") + "/count";
    int there = onHand("BAD-2");
    picks("BAD-2", 1);
    assertThat(mira.sends(count, "line", "1", "units", MUCH)).contains("1,000,000,000");
    assertThat(mira.sends(count, "line", "1", "units", String.valueOf(there - 1))).contains("1 line counted");
    assertThat(onHand("BAD-2")).isEqualTo(there - 1);
  }

  @Test
  void theConsoleReadsFilesInWhateverEncoding() {
    String page =
        mira.uploads(
            "stock",
            marked(
                "SKU;Location;On hand\r\nGRÖSSE-Ü;BER;5\r\nBAD-1;BER;-1\r\nNONE;BER;1\r\nBAD-1;CGN;" + MUCH
                    + "\r\n"));

    assertThat(page).contains("3 rows were not taken; all others were.");
    assertThat(onHand("GRÖSSE-Ü")).isEqualTo(5);
    String pasted = "sku;location;delta;reason\nGRÖSSE-Ü;BER;1;found\nBAD-1;MOON;1;found\n";
    assertThat(mira.sends("/console/stock/imports", "kind", "adjustments", "do", "import", "text", pasted))
        .contains("1 of 2 rows taken in", "There is no such location.");
    assertThat(onHand("GRÖSSE-Ü")).isEqualTo(6);
  }

  private static String adjust(String sku, String location, String mode, String units) {
    return mira.sends(
        "/console/stock/adjust", "sku", sku, "location", location, "mode", mode, "units", units, "reason", "FOUND",
        "do", "preview");
  }

  private static String transfer(String from, String to, String sku, String units) {
    return mira.sends("/console/stock/transfers/new", "from", from, "to", to, "sku", sku, "units", units);
  }

  private static String ordered(String number, int units) {
    return desk.stored("POST", "/api/v1/purchase-orders",
        ("{\"number\":\"%s\",\"supplier\":\"ACME\",\"location\":\"BER\",\"overPerCent\":0,"
            + "\"lines\":[{\"sku\":\"BAD-1\",\"units\":%d}]}").formatted(number, units)).at("/id");
  }

  private static String begun(String number, String sku) {
    return desk.stored("POST", "/api/v1/counts",
        ("{\"number\":\"%s\",\"location\":\"BER\",\"approveAbove\":0,\"lines\":[{\"sku\":\"%s\"}]}")
            .formatted(number, sku)).at("/id");
  }

  /** Units leave while somebody counts them. */
  private static void picks(String sku, int units) {
    String transfer = desk.stored("POST", "/api/v1/transfers",
        "{\"from\":\"BER\",\"to\":\"S14\",\"lines\":[{\"sku\":\"%s\",\"units\":%d}]}".formatted(sku, units)).at("/id");
    desk.stored("POST", "/api/v1/transfers/" + transfer + "/ship", "{}");
  }

  private static Reply posted(String path, byte[] file) {
    HttpRequest request =
        desk.house().request("POST", path, "").method("POST", BodyPublishers.ofByteArray(file))
            .setHeader("Content-Type", "text/csv").build();
    return desk.house().send(request);
  }

  /** Western bytes behind a mark that promises UTF-8, as one widespread program writes them. */
  private static byte[] marked(String text) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("\uFEFF".getBytes(StandardCharsets.UTF_8));
    file.writeBytes(text.getBytes(WESTERN));
    return file.toByteArray();
  }

  private static int onHand(String sku) {
    return desk.sql()
        .sql("select on_hand from stock_level where sku = :sku and location = 'BER'")
        .param("sku", sku).query(Integer.class).single();
  }

  private static Map<String, Long> rows() {
    Map<String, Long> counts = new TreeMap<>();
    for (String table :
        List.of("stock_ledger", "purchase_order", "stock_transfer", "stock_count", "reservation", "stock_bin")) {
      counts.put(table, desk.sql().sql("select count(*) from " + table).query(Long.class).single());
    }
    return counts;
  }
}
