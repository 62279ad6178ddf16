package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.businesscentral.soap.PageService;
import dev.kontor.spi.Outcome;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A page that is published as a SOAP service only is read and written like any other. */
class SoapPageTest {

  private final SoapWorld soap = new SoapWorld();

  @AfterEach
  void close() {
    soap.close();
  }

  @Test
  void everyCharacterAndCentComesBack() {
    String said =
        "{\"Title\":\"Zoë & <Söhne> 😀\\r\\n']]>\",\"Limit_LCY\":\"-1234567.89\",\"Grade\":\"B_x0020_plus\"}";
    assertThat(soap.complete("10000", said)).isInstanceOf(Outcome.Written.class);
    assertThat(soap.shown("10000").path("Title").asString()).isEqualTo("Zoë & <Söhne> 😀\r\n']]>");
    assertThat(soap.shown("10000").path("Limit_LCY").decimalValue())
        .isEqualByComparingTo("-1234567.89");
    assertThat(soap.shown("10000").path("Grade").asString()).isEqualTo("B_x0020_plus");
    assertThat(soap.shown("10000").has(PageService.KEY)).isFalse();
    assertThat(soap.shown("20000")).isEmpty();
  }

  @Test
  void aRowIsMadeOnceAndOnlyWhatDiffersIsChanged() {
    soap.complete("10000", "{\"Title\":\"Neu\",\"Stars\":3}");
    List<ObjectNode> made = soap.rows();
    soap.complete("10000", "{\"Title\":\"Neu\",\"Stars\":3}");
    assertThat(soap.rows()).as("repeated").isEqualTo(made).hasSize(1);
    soap.complete("10000", "{\"Title\":\"Stamm\"}");
    assertThat(soap.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.path("Title").asString()).isEqualTo("Stamm");
              assertThat(row.path("Stars").intValue()).isEqualTo(3);
            });
  }

  @Test
  void pagesAreReadToTheEnd() {
    List<String> numbers = List.of("10000", "20000", "WEB", "WEB-AT");
    numbers.forEach(number -> soap.complete(number, "{\"Title\":\"Neu\"}"));
    assertThat(soap.service(3).readMultiple("Title", "'Neu'"))
        .extracting(row -> row.path("Customer_No").asString())
        .containsExactlyElementsOf(numbers);
    assertThat(
            soap.service(3).readMultiple("Customer_No", PageService.anyOf(List.of("web", "o'x|*"))))
        .hasSize(1);
  }
}
