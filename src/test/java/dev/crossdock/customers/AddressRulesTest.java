package dev.crossdock.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import dev.crossdock.customers.AddressProblem.Level;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of addresses, good and bad. */
class AddressRulesTest {

  @ParameterizedTest
  @CsvSource({
    "US, NY, 10001", "US, NY, 10001-1234", "US, ny, 100011234", "US, New York, 10001", "US, US-NY, 10001",
    "US, TX, 73301", "US, TX, 88510", "US, AE, 09012", "US, AP, 96201", "US, AA, 34002", "US, PR, 00901",
    "US, DC, 20500", "US, CT, 06390", "US, NY, 06390", "US, WY, 83414", "US, GU, 96910", "US, AK, 99501",
    "CA, ON, K1A 0B1", "CA, QC, h2x1y4", "CA, Québec, H2X 1Y4", "CA, NU, X0A 0H0", "CA, British Columbia, V6B1A1",
    "AU, NSW, 2000", "AU, VIC, 3000", "AU, ACT, 2600", "AU, Queensland, 4000", "AU, NT, 0800",
    "GB, , SW1A 1AA", "GB, , m1 1ae", "GB, , EC1A1BB", "GB, , B33 8TH", "GB, , CR2 6XH", "GB, , DN55 1PT",
    "GB, , GIR 0AA", "DE, , 10115", "DE, , D-10115", "FR, , 75001", "FR, , F-75001", "ES, , 28001", "IT, RM, 00144",
    "NL, , 1012 JS", "NL, , 1012js", "BE, , 1000", "BE, , B-1000", "AT, , 1010", "CH, , 8001", "CH, , CH-8001",
    "PL, , 00-950", "SE, , 111 22", "SE, , SE-11122", "NO, , 0150", "DK, , DK-1050", "FI, , 00100", "FI, , FI-00100",
    "IE, , D02 AF30", "IE, , ", "PT, , 1000-205", "CZ, , 110 00", "SK, , 811 01", "HU, , 1051", "RO, , 010011",
    "BG, , 1000", "GR, , 105 57", "HR, , 10000", "SI, , SI-1000", "LT, , LT-01001", "LV, , LV-1010", "EE, , 10111",
    "LU, , L-1009", "MT, , VLT 1117", "CY, , 1010", "IS, , 101", "LI, , 9490", "MC, , 98000", "NZ, , 6011",
    "JP, Tokyo, 100-0001", "JP, Tokyo, １００－０００１", "CN, Beijing, 100000", "KR, , 03051", "TW, , 100",
    "SG, , 018989", "MY, KL, 50000", "TH, Bangkok, 10200", "PH, , 1000", "VN, , 100000", "IN, DL, 110001",
    "IN, DL, 110 001", "HK, , ", "MO, , ", "AE, Dubai, ", "QA, , ", "SA, , 11564", "IL, , 9414219", "IL, , 91999",
    "TR, Istanbul, 34000", "ZA, , 8001", "NG, , ", "KE, , 00100", "EG, , 11511", "EG, , ١١٥١١", "BR, SP, 01310-100",
    "MX, CDMX, 06000", "AR, CABA, C1425CLA", "AR, CABA, 1425", "CL, , 8340457", "CO, , 110111", "PE, , 15001",
    "RU, , 101000", "UA, , 01001", "AD, , AD500", "SM, , 47890", "VA, , 00120", "GI, , GX11 1AA", "JE, , JE2 3AB",
    "IM, , IM1 1AA", "BM, , HM 12", "KY, , KY1-1100", "AX, , 22100", "XK, , 10000", "us, NY, 10001"
  })
  void acceptsGoodAddresses(String country, @Nullable String region, @Nullable String postalCode) {
    assertThat(AddressRules.check(address(country, region, postalCode))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "US, NY, , postalCode required", "US, , 10001, region required", "US, XX, 10001, region unknown",
    "US, NY, 1001, postalCode format", "US, NY, ABCDE, postalCode format", "US, NY, 90210, postalCode mismatch",
    "US, CA, 10001, postalCode mismatch", "US, HI, 99501, postalCode mismatch", "US, AE, 10001, postalCode mismatch",
    "CA, ON, 10001, postalCode format", "CA, BC, K1A 0B1, postalCode mismatch", "CA, , K1A 0B1, region required",
    "AU, WA, 2000, postalCode mismatch", "AU, Kent, 2000, region unknown", "DE, , 1011, postalCode format",
    "DE, , F-10115, postalCode format", "GB, , 10115, postalCode format", "GB, , , postalCode required",
    "NL, , 1012, postalCode format", "PL, , 950, postalCode format", "BR, SP, 0131, postalCode format",
    "JP, Tokyo, 100, postalCode format", "SG, , 1898, postalCode format", "ZZ, , 1000, country unknown",
    "USA, NY, 10001, country unknown", "Germany, , 10115, country unknown", ", , 10115, country required"
  })
  void namesWhatIsWrong(
      @Nullable String country, @Nullable String region, @Nullable String postalCode, String problem) {
    assertThat(wrong(address(country, region, postalCode))).containsExactly(problem);
  }

  @Test
  void onlyDoubtsAPostcodeJustAcrossTheBorderOfItsState() {
    List<AddressProblem> problems = AddressRules.check(address("US", "NJ", "10001"));

    assertThat(problems).extracting(AddressProblem::level, AddressProblem::rule)
        .containsExactly(tuple(Level.DOUBTFUL, "mismatch"));
  }

  @Test
  void onlyDoubtsWhatCarriersCanDoWithout() {
    assertThat(AddressRules.check(street("Schloss Neuschwanstein")))
        .extracting(AddressProblem::level, AddressProblem::rule)
        .containsExactly(tuple(Level.DOUBTFUL, "house-number"));
    assertThat(AddressRules.check(address("UK", null, "SW1A 1AA"))).extracting(AddressProblem::rule)
        .containsExactly("alias");
    assertThat(AddressRules.check(address("IT", null, "00144"))).extracting(AddressProblem::level)
        .containsExactly(Level.DOUBTFUL);
    assertThat(AddressRules.check(address("IE", null, "nowhere"))).extracting(AddressProblem::level)
        .containsExactly(Level.DOUBTFUL);
  }

  @ParameterizedTest
  @CsvSource({"PO Box 12", "P.O. BOX 99", "Postfach 10 01 01", "PSC 3 BOX 4120", "Packstation 145"})
  void keepsBoxesAsTheyAre(String line) {
    assertThat(AddressRules.check(street(line))).isEmpty();
  }

  @Test
  void takesPunctuationForNothing() {
    PostalAddress blank = new PostalAddress("-", " ", ".", null, null, "—", null, "-", "DE", null, null, null);

    assertThat(wrong(blank))
        .containsExactly("name required", "line1 required", "city required", "postalCode required");
  }

  @Test
  void needsNoCityWhereTheCountryIsOne() {
    PostalAddress singapore =
        new PostalAddress("A", null, "1 Orchard Road", null, null, null, null, "238824", "SG", null, null, null);

    assertThat(AddressRules.check(singapore)).isEmpty();
  }

  @Test
  void namesFieldsNoPrinterCanPrint() {
    PostalAddress address =
        new PostalAddress(
            "A\u0000", "x".repeat(251), "1 Main St\nRear", "\uD800", null, "Rome", "RM", "00144", "IT", "\u001B[31m",
            null, null);

    assertThat(wrong(address))
        .containsExactly("name characters", "company length", "line2 characters", "phone characters");
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void bearsAnyText(String text) {
    PostalAddress everywhere =
        new PostalAddress(text, text, text, text, text, text, text, text, text, text, Double.NaN, 1e308);
    PostalAddress inTheStates =
        new PostalAddress(text, text, text, text, text, text, text, text, "US", text, null, null);

    assertThatCode(() -> AddressRules.check(everywhere)).doesNotThrowAnyException();
    assertThatCode(() -> AddressRules.check(inTheStates)).doesNotThrowAnyException();
    assertThatCode(() -> Geography.locate(everywhere)).doesNotThrowAnyException();
    assertThat(AddressRules.check(everywhere)).extracting(AddressProblem::sentence).noneMatch(text::equals);
  }

  static Stream<String> hostileTexts() {
    Random random = new Random(20261120);
    Stream<String> noise =
        Stream.generate(
                () ->
                    random.ints(random.nextInt(300), 0, 0x110000)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
            .limit(200);
    return Stream.concat(
        Stream.of(
            "", " ", "\0", "'; drop table orders; --", "<script>", "%s%n", "\uFDFA".repeat(250), "9".repeat(100_000),
            "\u202Eabc", "ﬃ", "İ", "\uD83D\uDE00", "\uDC00", "NaN", "${jndi:ldap://x}"),
        noise);
  }

  @Test
  void knowsEveryCountryOfTheIsoList() {
    assertThat(Stream.of(Locale.getISOCountries()))
        .allSatisfy(
            code ->
                assertThat(AddressRules.check(address(code, null, null)))
                    .extracting(AddressProblem::rule)
                    .doesNotContain("unknown"));
  }

  private static List<String> wrong(PostalAddress address) {
    return AddressRules.check(address).stream()
        .filter(problem -> problem.level() == Level.WRONG)
        .map(problem -> problem.field() + " " + problem.rule())
        .toList();
  }

  private static PostalAddress street(String line) {
    return new PostalAddress("Ann", null, line, null, null, "Berlin", null, "10115", "DE", null, null, null);
  }

  private static PostalAddress address(
      @Nullable String country, @Nullable String region, @Nullable String postalCode) {
    return new PostalAddress(
        "Ann", null, "1 Main Street", null, null, "Town", region, postalCode, country, null, null, null);
  }
}
