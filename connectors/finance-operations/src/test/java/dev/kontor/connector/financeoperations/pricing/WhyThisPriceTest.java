package dev.kontor.connector.financeoperations.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import org.junit.jupiter.api.Test;

/** The explanation of a price, in the order in which rows were looked at. */
class WhyThisPriceTest {

  private static final String CASE =
      """
      {"params": {"accounting_currency": "EUR", "line_multiline": "Line+Multiline",
         "activated": [["Price", "Table", "Table"], ["Price", "Group", "Table"],
           ["LineDisc", "All", "All"], ["TotalDisc", "All", "All"]], "price_dims": ["site"]},
       "customer": {"account": "C1", "price_group": "PG", "line_group": "", "multi_group": "",
         "total_group": ""},
       "items": {"A": {"price": 100, "price_unit": 1, "unit": "pcs", "line_group": "",
         "multi_group": "", "in_total": true}},
       "order": {"currency": "EUR", "date": "2026-03-15",
         "lines": [{"item": "A", "qty": 10, "unit": "pcs", "site": "1"}]},
       "agreements": [ROWS]}
      """;

  private static PricedOrder priced(String... agreements) {
    OrderCase read =
        OrderCase.of(ModelJson.parse(CASE.replace("ROWS", String.join(",", agreements))));
    return new PriceEngine(read.parameters()).price(read.order(), read.book());
  }

  private static String price(String id, String party, String more) {
    String account =
        switch (party) {
          case "Table" -> "C1";
          case "Group" -> "PG";
          default -> "";
        };
    return """
           {"relation": "Price", "id": "%s", "account_code": "%s", "account": "%s",
            "item_code": "Table", "item": "A", "currency": "EUR", "unit": "pcs", %s}
           """
        .formatted(id, party, account, more);
  }

  private static String discount(String relation, String id, String more) {
    return """
           {"relation": "%s", "id": "%s", "account_code": "All", "account": "",
            "item_code": "All", "item": "", "currency": "EUR", "unit": "", %s}
           """
        .formatted(relation, id, more);
  }

  @Test
  void everyRowOfTheRightPartiesHasItsVerdict() {
    PricedLine line =
        priced(
                price("1", "Table", "\"amount\": 95, \"site\": \"1\""),
                price("2", "Table", "\"amount\": 90"),
                price("3", "Table", "\"amount\": 80, \"site\": \"2\""),
                price("4", "Table", "\"amount\": 70, \"from\": 11"),
                price("5", "Table", "\"amount\": 60, \"to_date\": \"2026-03-14\""),
                price("6", "Table", "\"amount\": 50, \"from_date\": \"2026-03-16\""),
                price("7", "Group", "\"amount\": 94, \"find_next\": false"),
                price("8", "Group", "\"amount\": 99"),
                price("9", "Group", "\"amount\": 0"),
                price("10", "All", "\"amount\": 10"))
            .lines()
            .getFirst();
    assertThat(line.why())
        .containsExactly(
            "price 94 for 1 from 7",
            "price: 3 (TABLE C1, TABLE A) is for other dimensions",
            "price: 4 (TABLE C1, TABLE A) is for other quantities",
            "price: 5 (TABLE C1, TABLE A) has ended",
            "price: 6 (TABLE C1, TABLE A) starts later",
            "price: 2 (TABLE C1, TABLE A) lacks dimensions that other rows of its combination have",
            "price: 1 (TABLE C1, TABLE A) with 95 is not the lowest: 7 (GROUP PG, TABLE A)",
            "price: 9 (GROUP PG, TABLE A) is zero, which counts as no price",
            "price: 7 (GROUP PG, TABLE A) with 94 wins",
            "price: 8 (GROUP PG, TABLE A) is not reached: 7 (GROUP PG, TABLE A)",
            "price: 10 (ALL, TABLE A) is for a combination that is not activated",
            "line discount 0 % and 0",
            "multiline discount 0 % and 0",
            "together 0 % and 0");
  }

  @Test
  void discountsNameWhatWasAdded() {
    PricedOrder order =
        priced(
            discount("LineDisc", "1", "\"percent1\": 5, \"percent2\": 10, \"amount\": 2"),
            discount("LineDisc", "2", "\"percent1\": 5, \"find_next\": false"),
            discount("TotalDisc", "3", "\"percent1\": 2, \"from\": 500, \"amount\": 1"));
    assertThat(order.lines().getFirst().why())
        .contains(
            "line discount 19 % and 2",
            "line discount: 1 (ALL, ALL) is added", "line discount: 2 (ALL, ALL) is added");
    assertThat(order.lines().getFirst().lineAmount())
        .as("10 x 98 x 0.81")
        .isEqualByComparingTo("793.80");
    assertThat(order.why())
        .containsExactly(
            "total discount 2 % and 1 off 793.80", "total discount: 3 (ALL, ALL) is added");
    assertThat(order.totalDiscount()).as("1 + 792.80 x 0.02").isEqualByComparingTo("16.86");
  }
}
