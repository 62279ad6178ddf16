package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.kit.refunds.Creditable;
import dev.kontor.model.EntityType;
import dev.kontor.model.OrderRefund;
import dev.kontor.model.Refund;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Whether a refund may be given back: its order must be invoiced, and no more comes back than was
 * invoiced and the shop did not keep.
 */
final class CreditedInvoices {

  private final PostedOrders posted;
  private final Headers headers;

  CreditedInvoices(FnoSettings settings, FnoApi api, Headers headers) {
    this.posted = new PostedOrders(settings, api);
    this.headers = headers;
  }

  /**
   * @param order number of the order in Finance & Operations
   * @throws FaultException {@link Fault.Missing} until it is invoiced; {@link Fault.Invalid} if a
   *     person must decide
   */
  void require(String order, OrderRefund refund) {
    Optional<JsonNode> header = headers.one(order);
    List<JsonNode> invoices = posted.invoices(order);
    if (invoices.isEmpty()) {
      throw header.isPresent()
          ? missing(order, "is not invoiced yet")
          : invalid(
              "order "
                  + order
                  + " is gone in Finance & Operations and was never invoiced, so there is nothing"
                  + " to credit; discard this message");
    }
    String reference =
        header.map(headers::reference).orElseGet(() -> PostedOrders.reference(invoices));
    if (reference.isEmpty()) {
      throw invalid(
          "order "
              + order
              + " bears no reference of the shop any more, so what is credited of it is not known;"
              + " enter the credit note by hand, then discard this message");
    }
    String problem = problem(invoices, reference, refund);
    if (!problem.isEmpty()) {
      throw header.filter(h -> !Row.text(h, "SalesOrderStatus").equals("Invoiced")).isPresent()
          ? missing(order, "is invoiced in part only")
          : invalid("what is invoiced of order " + order + " " + problem);
    }
  }

  private String problem(List<JsonNode> invoices, String reference, OrderRefund refund) {
    List<Refund> others =
        refund.order().refunds().stream()
            .filter(each -> !each.id().equals(refund.refund().id()))
            .toList();
    Set<String> there =
        headers
            .carrying(
                others.stream().map(each -> OrderRefund.reference(reference, each.id())).toList())
            .stream()
            .map(headers::reference)
            .collect(Collectors.toSet());
    List<Refund> credited =
        others.stream()
            .filter(each -> isCredited(OrderRefund.reference(reference, each.id()), there))
            .toList();
    return new Creditable(refund, credited::contains)
        .problem(
            sum(invoices.stream().map(row -> Row.number(row, "TotalInvoiceAmount")).toList()),
            sum(
                credited.stream()
                    .map(Refund::amount)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList()));
  }

  private boolean isCredited(String reference, Set<String> there) {
    return there.stream().anyMatch(reference::equalsIgnoreCase)
        || !posted.carrying(reference).isEmpty();
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static FaultException missing(String order, String what) {
    return new FaultException(
        new Fault.Missing(
            EntityType.INVOICE,
            order,
            "order "
                + order
                + " "
                + what
                + "; the refund is credited as soon as it is. If its goods are not to be delivered,"
                + " cancel or reduce the order in the shop"));
  }

  private static FaultException invalid(String problem) {
    return new FaultException(new Fault.Invalid("refund", problem, null));
  }
}
