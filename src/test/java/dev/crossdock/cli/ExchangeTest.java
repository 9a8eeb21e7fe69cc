package dev.crossdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code crossdock import} and {@code export} against a running installation. */
class ExchangeTest {

  private final Installation house = Installation.shared();

  @TempDir Path folder;

  private record Answer(int code, String out) {}

  @Test
  void importsProductsListingsAndStockFromLinesOfJson() throws IOException {
    house.post(
        "/api/v1/locations",
        "{\"code\":\"EXN\",\"name\":\"N\",\"kind\":\"WAREHOUSE\",\"address\":{\"country\":\"US\"}}");
    assertThat(bring("products", "p.ndjson",
            "{\"sku\":\"EX-1\",\"title\":\"One\"}\n{\"sku\":\"EX-2\",\"title\":\"Two\"}\n"))
        .isEqualTo(new Answer(0, "2 of 2 rows stored.\n"));
    assertThat(bring("listings", "l.jsonl",
            "{\"channel\":\"shopify\",\"account\":\"ex\",\"channelSku\":\"X\",\"sku\":\"EX-1\"}\n"))
        .isEqualTo(new Answer(0, "1 of 1 rows stored.\n"));
    assertThat(bring("stock", "s.ndjson", "{\"sku\":\"EX-1\",\"location\":\"EXN\",\"onHand\":7}\n"))
        .isEqualTo(new Answer(0, "1 of 1 rows stored.\n"));
    assertThat(house.get("/api/v1/stock/EX-1").text()).contains("7");
  }

  @Test
  void tellsBadRowsByTheirLineAndStoresTheOthers() throws IOException {
    Answer lines =
        bring("products", "p.ndjson",
            "{\"sku\":\"EX-3\",\"title\":\"Three\"}\nnonsense\n{\"sku\":\"\",\"title\":\"x\"}\n"
                + "{\"sku\":\"EX-4\",\"title\":\"Four\",\"colour\":\"red\"}\n{\"sku\":\"EX-5\",\"title\":\"Five\"}\n");
    assertThat(lines.code()).isEqualTo(1);
    assertThat(lines.out().lines().filter(line -> line.startsWith("line ")).map(line -> line.split("[ :]")[1]))
        .containsExactly("2", "3", "4");
    assertThat(lines.out()).endsWith("2 of 5 rows stored.\n");
    assertThat(house.get("/api/v1/products?limit=100").text()).contains("EX-3", "EX-5").doesNotContain("EX-4");
  }

  @Test
  void takesTheRoutingPolicyOutAndBringsItInAsADraft() throws IOException {
    Path file = folder.resolve("policy.json");
    assertThat(run("export", "policy", file).code()).isEqualTo(0);
    assertThat(Files.readString(file)).startsWith("{\n  \"name\": ").endsWith("}\n");

    assertThat(run("import", "policy", file).code()).isEqualTo(0);
    assertThat(house.get("/api/v1/routing/policies?limit=1").at("/items/0/state")).isEqualTo("draft");
    assertThat(house.get("/api/v1/routing/policies/active").at("/version")).as("it decides nothing").isEqualTo("1");
    Path again = folder.resolve("again.json");
    assertThat(run("export", "policy", again).code()).isEqualTo(0);
    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));

    Files.writeString(file, "{\"name\":\"x\",\n\"rules\":[\n{\"name\":\"a\"}]}");
    assertThat(run("import", "policy", file))
        .satisfies(answer -> assertThat(answer.code()).isEqualTo(1))
        .satisfies(answer -> assertThat(answer.toString()).contains("policy.json:3: /rules/0/otherwise: "));
    Files.writeString(file, "{\"name\":\n nonsense}");
    assertThat(run("import", "policy", file))
        .satisfies(answer -> assertThat(answer.code()).isEqualTo(1))
        .satisfies(answer -> assertThat(answer.toString()).contains("policy.json:2:"));
  }

  @Test
  void saysWhyAFileIsNoPolicy() throws IOException {
    Path file = folder.resolve("bad.json");
    Files.write(file, "{\"name\": \"Kühl\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(run("import", "policy", file)).satisfies(answer -> assertThat(answer.code()).isEqualTo(1))
        .satisfies(answer -> assertThat(answer.toString()).contains("bad.json is not in UTF-8"));
    Files.writeString(file, "{\"name\": ");
    assertThat(run("import", "policy", file).toString()).contains("bad.json:1:").contains("is not a JSON object");
    Files.writeString(file, "{\"name\": \"x\", \"colour\": 1, \"rules\": []}");
    assertThat(run("import", "policy", file).toString()).contains("/colour");
    Files.writeString(file, "\uFEFF{\"name\": \"marked\", \"rules\": [{\"name\": \"all\","
        + " \"otherwise\": {\"do\": \"backorder\"}}]}");
    assertThat(run("import", "policy", file).code()).isZero();
  }

  @Test
  void importsWhatASpreadsheetSaved() throws IOException {
    Path file =
        Files.write(
            folder.resolve("tabelle.csv"),
            "SKU;Title;Weight grams\r\nEX-6;Gr\u00fcne Tasse;250\r\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(run("import", "products", file)).isEqualTo(new Answer(0, "1 of 1 rows stored.\n"));
    assertThat(house.get("/api/v1/products?limit=100").text()).contains("Gr\u00fcne Tasse", "250");
  }

  @Test
  void importsCountsInOneGoAndTellsEachBadRow() throws IOException {
    house.post("/api/v1/locations", "{\"code\":\"EXS\",\"address\":{\"country\":\"US\"}}");
    bring("products", "p.ndjson", "{\"sku\":\"EX-T\u00dcR\",\"title\":\"Door\"}\n");
    Path file =
        Files.write(
            folder.resolve("bestand.csv"),
            "SKU;Location;On hand\r\nEX-T\u00dcR;EXS;4\r\nEX-T\u00dcR;NONE;4\r\nEX-T\u00dcR;EXS2;1e12\r\n"
                .getBytes(StandardCharsets.ISO_8859_1));

    assertThat(run("import", "stock", file))
        .isEqualTo(
            new Answer(
                1,
                "line 3: location: There is no such location.\n"
                    + "line 4: onHand: On hand must be a whole number, without separators.\n"
                    + "1 of 3 rows stored.\n"));
    assertThat(run("import", "stock", folder.resolve("none.csv")).code()).isEqualTo(1);
    assertThat(
            bring("adjustments", "a.csv",
                "sku,location,delta,reason,document\nEX-T\u00dcR,EXS,-1,DAMAGED,QC-1\nEX-T\u00dcR,EXS,-9,LOST,\n"))
        .isEqualTo(
            new Answer(
                1,
                "line 3: Something in the body is wrong; nothing was stored; /0/delta: "
                    + "On hand would become -6; it must be 0 to 1,000,000,000.\n1 of 2 rows stored.\n"));
    assertThat(bring("blocks", "b.csv", "sku,location,reason,units\nEX-T\u00dcR,EXS,DAMAGED,1\n").code()).isZero();
    assertThat(bring("bins", "c.csv", "sku,location,bin,units\nEX-T\u00dcR,EXS,R1,2\n").code()).isZero();
    assertThat(run("import", "nothing", file).out()).contains("only of products, listings, stock, adjustments");
  }

  @Test
  void exportsOrdersAsATableAndAsLinesOfJson() throws IOException {
    Path table = folder.resolve("orders.csv");
    Path lines = folder.resolve("orders.ndjson");
    Answer csv = run("export", "orders", table);
    Answer ndjson = run("export", "orders", lines);
    assertThat(csv.code()).isZero();
    assertThat(ndjson.code()).isZero();
    assertThat(Files.readAllLines(table).getFirst()).startsWith("number,channel,account,externalId");
    for (String line : Files.readAllLines(lines)) {
      assertThat(JsonMapper.shared().readTree(line).get("number")).isNotNull();
    }
    assertThat(ndjson.out()).startsWith(Files.readAllLines(lines).size() + " orders written");
  }

  @Test
  void refusesWhatItDoesNotKnow() throws IOException {
    assertThat(run("import", "people", Files.createFile(folder.resolve("x.csv"))).code()).isEqualTo(2);
    assertThat(run("import", "products", folder.resolve("x.csv"), "--format", "xml").code()).isEqualTo(2);
    assertThat(run("import", "products", folder.resolve("nowhere.csv")).code()).isEqualTo(1);
  }

  private Answer bring(String kind, String name, String text) throws IOException {
    return run("import", kind, Files.writeString(folder.resolve(name), text));
  }

  private Answer run(String direction, String kind, Path file, String... more) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of(kind, file.toString()));
    arguments.addAll(List.of("--url", "http://127.0.0.1:" + house.port(), "--key", Installation.BOOTSTRAP_KEY));
    arguments.addAll(List.of(more));
    int code = Exchange.run(direction, arguments, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return new Answer(code, bytes.toString(StandardCharsets.UTF_8));
  }
}
