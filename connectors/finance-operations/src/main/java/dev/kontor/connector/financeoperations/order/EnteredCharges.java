package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Charges of the header of an order that is there. OData neither shows nor changes them: all it has
 * is their sum, and that only once somebody let the totals be calculated
 * (finance-operations/contract.md §8).
 */
final class EnteredCharges {

  private static final String SUM = "OrderTotalChargesAmount";

  private EnteredCharges() {}

  /**
   * @throws FaultException {@link Fault.Invalid} if an order just entered is charged anything else,
   *     as far as that can be seen
   */
  static void expect(JsonNode header, JsonNode content) {
    BigDecimal wanted = HeaderCharges.sum(HeaderCharges.in(content));
    Optional<BigDecimal> there = there(header).filter(sum -> sum.compareTo(wanted) != 0);
    if (!HeaderCharges.in(content).isEmpty() && there.isPresent()) {
      throw new FaultException(
          new Fault.Invalid(
              SUM,
              "is "
                  + there.get().toPlainString()
                  + " in Finance & Operations and "
                  + wanted.toPlainString()
                  + " in the shop: automatic charges may have been added; see the charges of order "
                  + Row.text(header, Headers.NUMBER),
              null));
    }
  }

  /**
   * Why an order must be held whose charges are to be other ones than were entered; empty if they
   * are to stay.
   *
   * @param before what was last written, null if that is not known
   */
  static Optional<Fault> other(JsonNode header, JsonNode content, @Nullable JsonNode before) {
    List<JsonNode> wanted = HeaderCharges.in(content);
    if (before != null) {
      List<JsonNode> entered = HeaderCharges.in(before);
      return same(wanted, entered)
          ? Optional.empty()
          : Optional.of(held(header, wanted, HeaderCharges.sum(entered).toPlainString()));
    }
    Optional<BigDecimal> there = there(header);
    boolean kept =
        there.map(sum -> sum.compareTo(HeaderCharges.sum(wanted)) == 0).orElse(wanted.isEmpty());
    return kept
        ? Optional.empty()
        : Optional.of(held(header, wanted, there.map(BigDecimal::toPlainString).orElse("unknown")));
  }

  private static Fault held(JsonNode header, List<JsonNode> wanted, String entered) {
    return new Fault.Invalid(
        HeaderCharges.IN,
        "of order "
            + Row.text(header, Headers.NUMBER)
            + " are "
            + entered
            + " and would have to be "
            + HeaderCharges.sum(wanted).toPlainString()
            + " in all, but the service lets nobody change charges of a header; nothing of the"
            + " change was made, make it in Finance & Operations by hand",
        null);
  }

  private static boolean same(List<JsonNode> some, List<JsonNode> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      JsonNode one = some.get(i);
      JsonNode other = others.get(i);
      if (!List.of(HeaderCharges.CODE, HeaderCharges.AMOUNT, HeaderCharges.TAX_GROUP).stream()
          .allMatch(field -> OrderLines.same(one.path(field), other.path(field)))) {
        return false;
      }
    }
    return true;
  }

  /** Empty if the totals are not calculated, and so cannot be read. */
  private static Optional<BigDecimal> there(JsonNode header) {
    return Row.YES.equals(Row.text(header, "AreTotalsCalculated"))
        ? Optional.of(Row.number(header, SUM))
        : Optional.empty();
  }
}
