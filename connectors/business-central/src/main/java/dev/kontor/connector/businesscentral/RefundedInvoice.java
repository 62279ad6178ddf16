package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.model.EntityType;
import dev.kontor.model.OrderRefund;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The posted invoice that a refund is credited against, or why there is none. */
final class RefundedInvoice {

  private static final String TOTAL = "totalAmountIncludingTax";

  private final Company company;
  private final CreditMemos memos;
  private final String referenceField;

  RefundedInvoice(Configuration configuration, Company company) {
    this.company = company;
    this.memos = new CreditMemos(configuration, company);
    this.referenceField = configuration.referenceField();
  }

  /**
   * @param orderId of the order in Business Central, open or gone
   * @throws FaultException {@link Fault.Missing} until the order is invoiced; {@link Fault.Invalid}
   *     if a person must decide
   */
  JsonNode of(String orderId, OrderRefund refund) {
    List<JsonNode> posted = posted(orderId);
    List<JsonNode> standing =
        posted.stream().filter(row -> !Json.option(row, "status").equals("Canceled")).toList();
    if (standing.isEmpty()) {
      throw posted.isEmpty() ? uninvoiced(orderId, refund) : cancelled(posted);
    }
    if (standing.size() > 1) {
      throw invalid(
          "the order has "
              + standing.size()
              + " invoices ("
              + numbers(standing)
              + "), and the shop does not say which one the refund is about; enter the credit memo"
              + " by hand, then discard this message");
    }
    JsonNode invoice = standing.getFirst();
    String problem = problem(invoice, refund);
    if (!problem.isEmpty()) {
      String open = openNumber(orderId);
      throw open.isEmpty()
          ? invalid("invoice " + Json.text(invoice, "number", "") + " " + problem)
          : missing(open, "is invoiced in part only");
    }
    return invoice;
  }

  private List<JsonNode> posted(String orderId) {
    return company
        .client()
        .all(ODataQuery.of(OrderParts.INVOICES).filter("orderId eq " + orderId))
        .stream()
        .filter(OrderParts::isPosted)
        .toList();
  }

  private FaultException uninvoiced(String orderId, OrderRefund refund) {
    String open = openNumber(orderId);
    return open.isEmpty()
        ? invalid(
            "order "
                + refund.order().number()
                + " was deleted in Business Central and never invoiced, so there is nothing to"
                + " credit; discard this message")
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

  private static FaultException missing(String number, String what) {
    return new FaultException(
        new Fault.Missing(
            EntityType.INVOICE,
            number,
            "order "
                + number
                + " "
                + what
                + "; the refund is credited as soon as it is. If its goods are not to be delivered,"
                + " cancel or reduce the order in the shop"));
  }

  private static FaultException cancelled(List<JsonNode> posted) {
    return invalid(
        "invoice "
            + numbers(posted)
            + " was cancelled in Business Central, which credited all of it; discard this message");
  }

  /** Never more than what is left of the invoice, nor more than what the shop keeps less of. */
  private String problem(JsonNode invoice, OrderRefund refund) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    List<Wanted> wanted = new ArrayList<>();
    ODataQuery query = ODataQuery.of(OrderParts.CREDIT_MEMOS);
    wanted.addAll(
        Wanted.byTexts(
            query,
            "invoiceNumber",
            new TreeSet<>(List.of(Json.text(invoice, "number", ""))),
            rows -> rows.forEach(row -> found.put(Json.text(row, "id", ""), row))));
    String reference = Json.text(invoice, referenceField, "");
    if (!reference.isEmpty()) {
      wanted.addAll(
          CreditMemos.ofRefunds(
              memos.field(), List.of(reference), row -> found.put(Json.text(row, "id", ""), row)));
    }
    Wanted.read(company, wanted);
    String own = OrderRefund.reference(reference, refund.refund().id());
    BigDecimal credited =
        found.values().stream()
            // A code is kept in capitals.
            .filter(memo -> !own.equalsIgnoreCase(Json.text(memo, memos.field())))
            .map(memo -> Json.number(memo, TOTAL))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Creditable(refund).problem(Json.number(invoice, TOTAL), credited);
  }

  private static String numbers(List<JsonNode> documents) {
    return String.join(", ", documents.stream().map(d -> Json.text(d, "number", "")).toList());
  }

  private static FaultException invalid(String problem) {
    return new FaultException(new Fault.Invalid("refund", problem, null));
  }
}
