package dev.crossdock.routing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which customs and VAT area an address lies in, exception by exception. */
class TerritoryTest {

  @ParameterizedTest
  @CsvSource(nullValues = "-", textBlock = """
      DE, -, 10115, EU, EU
      EL, -, 10552, EU, EU
      IE, -, D02 X285, EU, EU
      MC, -, 98000, EU, EU
      FR, -, 98000, EU, EU
      PT, 30, 9000-001, EU, EU
      ES, GC, 35001, EU, IC
      ES, -, 38001, EU, IC
      ES, ES-CN, -, EU, IC
      IC, -, -, EU, IC
      ES, -, 51001, ES-CE, ES-CE
      ES, ML, -, ES-ML, ES-ML
      ES, M, 28001, EU, EU
      FI, -, 22100, EU, AX
      FI, 01, -, EU, AX
      AX, -, -, EU, AX
      FI, -, 00100, EU, EU
      IT, -, 23041, IT-LIVIGNO, IT-LIVIGNO
      IT, -, 22061, EU, IT-CAMPIONE
      IT, -, 20121, EU, EU
      DE, -, 78266, CH, CH
      DE, -, 27498, DE-HELIGOLAND, DE-HELIGOLAND
      GR, -, 630 86, EU, GR-69
      FR, -, 97400, EU, RE
      RE, -, -, EU, RE
      FR, -, 97133, BL, BL
      FR, -, 98800, NC, NC
      """)
  void theUnionHasItsExceptions(
      String country, @Nullable String region, @Nullable String postalCode, String customs, String vat) {
    assertThat(Territory.of(country, region, postalCode)).isEqualTo(new Territory(customs, vat));
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", textBlock = """
      GB, -, SW1A 1AA, GB, GB
      UK, -, -, GB, GB
      GB, NIR, -, XI, XI
      GB, GB-NIR, -, XI, XI
      GB, -, bt1 5gs, XI, XI
      XI, -, -, XI, XI
      GB, -, IM1 1AA, GB, GB
      IM, -, -, GB, GB
      GB, -, JE2 3AB, GB, JE
      GG, -, -, GB, GG
      LI, -, 9490, CH, CH
      NO, -, -, NO, NO
      SM, -, -, SM, SM
      DK, -, -, EU, EU
      FO, -, -, FO, FO
      PR, -, -, US, US
      US, PR, 00901, US, US
      US, GU, -, GU, GU
      US, NY, 10001, US, US
      ??, -, -, ??, ??
      """)
  void othersHaveTheirParts(
      String country, @Nullable String region, @Nullable String postalCode, String customs, String vat) {
    assertThat(Territory.of(country, region, postalCode)).isEqualTo(new Territory(customs, vat));
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      DE, FR, false, false
      DE, GB, true, true
      GB, DE, true, true
      DE, XI, false, false
      XI, DE, false, false
      XI, GB, false, false
      GB, XI, true, false
      XI, US, true, true
      DE, IC, false, true
      IC, AX, false, true
      GB, JE, false, true
      GB, IM, false, false
      CH, LI, false, false
      DE, CH, true, true
      US, PR, false, false
      MC, FR, false, false
      """)
  void bordersAreCrossedInOneDirection(String from, String to, boolean customs, boolean vat) {
    Territory here = Territory.of(from, null, null);
    Territory there = Territory.of(to, null, null);

    assertThat(here.crossesCustoms(there)).isEqualTo(customs);
    assertThat(here.crossesVat(there)).isEqualTo(vat);
  }

  @Test
  void aDestinationWithoutACountryIsNowhere() {
    assertThat(Territory.of(Destination.UNKNOWN)).isNull();
  }
}
