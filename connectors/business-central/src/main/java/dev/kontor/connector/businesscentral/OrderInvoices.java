package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The posted invoices of an order that money is about, or why there are none. */
final class OrderInvoices {

  /**
   * What people read.
   *
   * @param noun the money, e.g. {@code refund}
   * @param document what a person enters by hand where the hub cannot
   * @param waits what becomes of it as soon as there is an invoice
   * @param deleted what there is not of an order that was never invoiced
   * @param cancelled what a cancelled invoice means for it
   */
  record Wording(String noun, String document, String waits, String deleted, String cancelled) {}

  private final Company company;
  private final Wording words;

  OrderInvoices(Company company, Wording words) {
    this.company = company;
    this.words = words;
  }

  /**
   * The only one.
   *
   * @param orderId of the order in Business Central, open or gone
   * @param shopNumber of the order in its shop
   * @param problem of an invoice with this money, with its remedy; empty if there is none
   * @throws FaultException {@link Fault.Missing} until the order is invoiced; {@link Fault.Invalid}
   *     if a person must decide, as between several
   */
  JsonNode one(String orderId, String shopNumber, Function<JsonNode, String> problem) {
    return all(orderId, shopNumber, standing -> problem.apply(only(standing))).getFirst();
  }

  /**
   * All that were not cancelled, at least one.
   *
   * @param problem of the invoices together with this money, with its remedy; empty if there is
   *     none
   * @throws FaultException as with {@link #one}, but for several
   */
  List<JsonNode> all(String orderId, String shopNumber, Function<List<JsonNode>, String> problem) {
    List<JsonNode> posted = posted(orderId);
    List<JsonNode> standing =
        posted.stream().filter(row -> !Json.option(row, "status").equals("Canceled")).toList();
    if (standing.isEmpty()) {
      throw posted.isEmpty() ? uninvoiced(orderId, shopNumber) : cancelled(posted);
    }
    String found = problem.apply(standing);
    if (!found.isEmpty()) {
      String open = openNumber(orderId);
      throw open.isEmpty()
          ? invalid(called(standing) + " " + found)
          : missing(open, "is invoiced in part only");
    }
    return standing;
  }

  private JsonNode only(List<JsonNode> standing) {
    if (standing.size() > 1) {
      throw invalid(
          "the order has "
              + standing.size()
              + " invoices ("
              + numbers(standing)
              + "), and the shop does not say which one the "
              + words.noun()
              + " is about; enter the "
              + words.document()
              + " by hand, then discard this message");
    }
    return standing.getFirst();
  }

  private static String called(List<JsonNode> standing) {
    return standing.size() == 1
        ? "invoice " + numbers(standing)
        : "what was invoiced (" + numbers(standing) + ")";
  }

  private List<JsonNode> posted(String orderId) {
    return company
        .client()
        .all(ODataQuery.of(OrderParts.INVOICES).filter("orderId eq " + orderId))
        .stream()
        .filter(OrderParts::isPosted)
        .toList();
  }

  private FaultException uninvoiced(String orderId, String shopNumber) {
    String open = openNumber(orderId);
    return open.isEmpty()
        ? invalid(
            "order "
                + shopNumber
                + " was deleted in Business Central and never invoiced, so "
                + words.deleted()
                + "; discard this message")
        : missing(open, "is not invoiced yet");
  }

  /** Empty if the order is gone. */
  private String openNumber(String orderId) {
    return company
        .client()
        .one(ODataQuery.of(OData.key(OrderParts.ORDERS, orderId)))
        .map(order -> Json.text(order, "number", ""))
        .orElse("");
  }

  private FaultException missing(String number, String what) {
    return new FaultException(
        new Fault.Missing(
            EntityType.INVOICE, number, "order " + number + " " + what + "; " + words.waits()));
  }

  private FaultException cancelled(List<JsonNode> posted) {
    return invalid(
        "invoice "
            + numbers(posted)
            + " was cancelled in Business Central, "
            + words.cancelled()
            + "; discard this message");
  }

  /** Their numbers, as people read them. */
  static String numbers(List<JsonNode> documents) {
    return String.join(", ", documents.stream().map(d -> Json.text(d, "number", "")).toList());
  }

  private FaultException invalid(String problem) {
    return new FaultException(new Fault.Invalid(words.noun(), problem, null));
  }
}
