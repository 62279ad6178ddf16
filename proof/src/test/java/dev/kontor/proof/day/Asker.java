package dev.kontor.proof.day;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.control.Look;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who asks both systems what an article costs.
 *
 * @param group the ERP's customer price group and the shop's customer group, empty for everybody
 * @param net whether prices are shown and asked for without tax
 */
record Asker(String group, boolean net, String currency) {

  private static final int CENTS = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static List<Asker> all() {
    return List.of(new Asker("", false, "EUR"), new Asker("B2B", true, "EUR"));
  }

  private String number() {
    return "FRAGE-" + (net ? "B2B-" : "") + currency;
  }

  /** In the ERP's setup. */
  ObjectNode customer() {
    return Json.object()
        .put("number", number())
        .put("displayName", "Preisfrage " + number())
        .put("country", "DE")
        .put("vatBusinessGroup", "DOMESTIC")
        .put("generalBusinessGroup", "DOMESTIC")
        .put("customerPostingGroup", "DOMESTIC")
        .put("customerPriceGroup", group)
        .put("type", "Company");
  }

  /** As whom to look at the shop. */
  Look look(int quantity) {
    Look anybody = Look.anybody().currency(currency).quantity(quantity);
    return group.isEmpty() ? anybody : anybody.group(group);
  }

  /** What the ERP is asked, whose own day is that of UTC. */
  JsonNode question(Ware ware, int quantity, LocalDate day) {
    ObjectNode question =
        Json.object()
            .put("customerNumber", number())
            .put("itemNumber", ware.item())
            .put("quantity", BigDecimal.valueOf(quantity))
            .put("date", day.toString())
            .put("pricesIncludeTax", !net);
    if (!ware.variant().isEmpty()) {
      question.put("variantCode", ware.variant());
    }
    return currency.equals("EUR") ? question : question.put("currencyCode", currency);
  }

  /** What one piece costs by the ERP's answer. */
  static BigDecimal unit(JsonNode answer) {
    BigDecimal left = HUNDRED.subtract(answer.path("discountPercent").decimalValue());
    return answer
        .path("unitPrice")
        .decimalValue()
        .multiply(left)
        .divide(HUNDRED, CENTS, RoundingMode.HALF_UP);
  }

  @Override
  public String toString() {
    return (group.isEmpty() ? "everybody" : group) + " in " + currency;
  }
}
