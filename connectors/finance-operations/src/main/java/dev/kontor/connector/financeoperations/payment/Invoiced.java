package dev.kontor.connector.financeoperations.payment;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.order.OrderReader;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The invoices of an order that money is about; credit notes are none. */
final class Invoiced {

  static final String NUMBER = "InvoiceNumber";
  static final String TOTAL = "TotalInvoiceAmount";

  private static final String SET = "SalesInvoiceHeadersV2";
  private static final String REFERENCE = "CustomersOrderReference";
  private static final String ALL_OF_IT = "Invoiced";

  private final FnoSettings settings;
  private final FnoApi api;

  Invoiced(FnoSettings settings, FnoApi api) {
    this.settings = settings;
    this.api = api;
  }

  /**
   * @param order number of the sales order
   * @return oldest first, at least one
   * @throws FaultException {@link Fault.Missing} until there is one; {@link Fault.Invalid} if there
   *     never will be
   */
  List<JsonNode> of(String order, String shopNumber) {
    List<JsonNode> invoices =
        api.rows(SET, FnoApi.equal(OrderReader.NUMBER, order), List.of()).stream()
            .filter(row -> Row.number(row, TOTAL).signum() > 0)
            .sorted(Comparator.comparing(row -> Row.text(row, NUMBER)))
            .toList();
    if (!invoices.isEmpty()) {
      return invoices;
    }
    if (header(order).isPresent()) {
      throw missing(order, "is not invoiced yet");
    }
    throw new FaultException(
        new Fault.Invalid(
            "payment",
            "order "
                + shopNumber
                + " was deleted in Finance & Operations and never invoiced, so there is nothing to"
                + " pay. Give the money back or enter it by hand; discard this message",
            null));
  }

  /** The hub's reference of the order; blank if neither its invoices nor it bear one. */
  String reference(String order, List<JsonNode> posted) {
    return posted.stream()
        .map(row -> Row.text(row, REFERENCE))
        .filter(reference -> !reference.isEmpty())
        .findFirst()
        .or(() -> header(order).map(row -> Row.text(row, settings.referenceField())))
        .orElse("");
  }

  /** Whether more invoices of the order may come. */
  boolean isOpen(String order) {
    return header(order)
        .map(row -> !Row.text(row, "SalesOrderStatus").equals(ALL_OF_IT))
        .orElse(false);
  }

  private Optional<JsonNode> header(String order) {
    return api.one(settings.headers(), OrderReader.NUMBER, order);
  }

  static FaultException missing(String order, String what) {
    return new FaultException(
        new Fault.Missing(
            EntityType.INVOICE,
            order,
            "order " + order + " " + what + "; the payment is entered as soon as it is"));
  }

  static BigDecimal total(List<JsonNode> invoices) {
    return invoices.stream()
        .map(row -> Row.number(row, TOTAL))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
