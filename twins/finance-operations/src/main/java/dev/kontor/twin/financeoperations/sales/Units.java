package dev.kontor.twin.financeoperations.sales;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.records.Records;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** How many of one unit are in another, per article. */
public final class Units {
  private final Records records;

  public Units(Records records) {
    this.records = records;
  }

  /** Units {@code to} in one unit {@code from}; throws a Fault where nobody knows. */
  public BigDecimal factor(ObjectNode product, String from, String to) {
    if (from.equalsIgnoreCase(to)) {
      return BigDecimal.ONE;
    }
    String item = text(product, "ItemNumber");
    return conversion(item, from, to)
        .or(
            () ->
                conversion(item, to, from)
                    .map(f -> BigDecimal.ONE.divide(f, MathContext.DECIMAL64)))
        .orElseThrow(() -> Fault.logic(Message.UNIT, from, to, item));
  }

  private Optional<BigDecimal> conversion(String item, String from, String to) {
    return records
        .find(Records.SHARED, "ProductUnitOfMeasureConversions", from, to, item)
        .map(row -> number(row, "Factor"));
  }
}
