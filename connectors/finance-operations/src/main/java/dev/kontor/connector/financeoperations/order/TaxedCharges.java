package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Completes mapped charges of the header, with the tax that will be on them. */
record TaxedCharges(TaxTable taxes) {

  /**
   * @param group sales tax group of the order, which its charges have, too
   * @throws FaultException {@link Fault.Invalid} if their rate is not known
   */
  PreparedLine of(JsonNode mapped, String group) {
    String name = Row.text(mapped, SalesLines.NAME);
    String code = Row.text(mapped, HeaderCharges.CODE);
    String itemGroup = Row.text(mapped, HeaderCharges.TAX_GROUP);
    BigDecimal amount = Row.number(mapped, HeaderCharges.AMOUNT);
    ObjectNode content =
        ModelJson.mapper()
            .createObjectNode()
            .put(HeaderCharges.CODE, code)
            .put("ChargeCategory", "Fixed")
            .put(HeaderCharges.AMOUNT, amount)
            .put(HeaderCharges.TAX_GROUP, itemGroup);
    BigDecimal rate =
        taxes.rate(group, itemGroup).orElseThrow(() -> untaxed(name, group, itemGroup, code));
    return new PreparedLine(
        content, amount, name, Row.number(mapped, SalesLines.RATE), rate, itemGroup);
  }

  private static FaultException untaxed(String name, String group, String itemGroup, String code) {
    return new FaultException(
        new Fault.Invalid(
            name,
            "setting taxes has no entry for sales tax group "
                + group
                + " and item sales tax group "
                + itemGroup
                + " of charges code "
                + code
                + " in setting headerCharges; add the rate that both lead to",
            null));
  }
}
