package dev.kontor.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known prices against the engine, and files that say something else or nothing. */
class CheckPricesTest {

  private static final String CASE =
      """
      [{"id": "E02", "title": "All Customers 95 beats Customer 98",
        "context": {"date": "2026-03-15", "cur": "", "factor": "1", "incl": "False", "vat": "25",
          "rev": "False", "qty": "2", "uom": "PCS", "qtyper": "1", "var": "", "item": "1000",
          "itemprice": "100", "itemincl": "False", "itemlvat": "25", "idg": "",
          "custallow": "True", "sources": "{'ALL': [''], 'CUST': ['C1']}", "prec": "0.00001"},
        "priceLines": [
          {"src": "ALL", "no": "", "price": "95", "disc": "0", "asset": "ITEM", "ano": "1000",
            "var": "", "cur": "", "uom": "", "minq": "0", "start": "None", "end": "None",
            "allow": "True", "inclvat": "False", "lvat": "25", "lrev": "False",
            "status": "Active", "amt": "Price"},
          {"src": "CUST", "no": "C1", "price": "98", "disc": "0", "asset": "ITEM", "ano": "1000",
            "var": "", "cur": "", "uom": "", "minq": "0", "start": "None", "end": "None",
            "allow": "True", "inclvat": "False", "lvat": "25", "lrev": "False",
            "status": "Active", "amt": "Price"}],
        "expected": {"unitPrice": "95", "discPct": "0", "lineDiscAmount": "0.00",
          "lineAmount": "190.00"}}]
      """;

  private static final String AGREEMENTS =
      """
      {"defaults": {
          "params": {"accounting_currency": "EUR", "line_multiline": "Line*Multiline",
            "activated": "all", "price_dims": []},
          "customer": {"account": "C1", "price_group": "", "line_group": "", "multi_group": "",
            "total_group": ""},
          "items": {"A": {"price": 100, "price_unit": 1, "unit": "pcs", "line_group": "",
            "multi_group": "", "in_total": true}}},
        "examples": [{"id": "X1", "title": "agreed price",
          "order": {"currency": "EUR", "date": "2026-03-15",
            "lines": [{"item": "A", "qty": 3, "unit": "pcs"}]},
          "agreements": [{"relation": "Price", "account_code": "Table", "account": "C1",
            "item_code": "Table", "item": "A", "currency": "EUR", "unit": "pcs", "amount": 9.99}],
          "expect": {"lines": [{"source": "1", "line_amount": 29.97}], "order_net": 29.97}}]}
      """;

  @TempDir private Path directory;

  private Ran check(String json) throws IOException {
    return check(json, "business-central");
  }

  private Ran check(String json, String connector) throws IOException {
    Path file = directory.resolve("prices.json");
    Files.writeString(file, json);
    return Ran.kontor("check-prices", "--connector", connector, file.toString());
  }

  @Test
  void tradeAgreementsOfFinanceAndOperationsAreChecked() throws IOException {
    Ran ran = check(AGREEMENTS, "finance-operations");
    assertThat(ran.out()).isEqualTo("equal     X1: agreed price\nequal=1 different=0\n");
    assertThat(ran.status()).isZero();
    Ran other = check(AGREEMENTS.replace("9.99}", "9.98}"), "finance-operations");
    assertThat(other.out())
        .startsWith("DIFFERENT X1: lines[0].line_amount: expected 29.97, predicted 29.94\n");
    assertThat(other.status()).isEqualTo(1);
  }

  @Test
  void aSystemWithoutPriceEngineIsNamed() throws IOException {
    Ran ran = check(CASE, "shopware");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("--connector is shopware")
        .contains("business-central, finance-operations");
  }

  @Test
  void withoutOptionTheyAreBusinessCentralsPrices() throws IOException {
    Path file = directory.resolve("prices.json");
    Files.writeString(file, CASE);
    assertThat(Ran.kontor("check-prices", file.toString()).status()).isZero();
  }

  @Test
  void equalPricesPass() throws IOException {
    Ran ran = check(CASE);
    assertThat(ran.out())
        .isEqualTo("equal     E02: All Customers 95 beats Customer 98\nequal=1 different=0\n");
    assertThat(ran.status()).isZero();
  }

  @Test
  void aDifferentPriceFails() throws IOException {
    Ran ran = check(CASE.replace("190.00", "196.00"));
    assertThat(ran.out())
        .isEqualTo(
            "DIFFERENT E02: lineAmount: expected 196.00, predicted 190.00\n"
                + "equal=0 different=1\n");
    assertThat(ran.status()).isEqualTo(1);
  }

  @Test
  void aCaseThatCannotBeReadNamesFieldAndRemedy() throws IOException {
    Ran ran = check(CASE.replace("\"qty\": \"2\"", "\"qty\": \"two\""));
    assertThat(ran.out())
        .startsWith("DIFFERENT E02: context.qty is 'two', no decimal number; write it like 12.5\n");
    assertThat(ran.status()).isEqualTo(1);
  }

  @Test
  void aFileThatIsNoListOfCasesIsSaidPlainly() throws IOException {
    Ran ran = check("{}");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("must be a JSON list").doesNotContain("Exception");
    Ran broken = check("[{]");
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.err()).isNotBlank().doesNotContain("Exception");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Ran ran = Ran.kontor("check-prices", directory.resolve("none.json").toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("none.json").contains("cannot be read");
  }
}
