package dev.kontor.twin.financeoperations.posting;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.sales.LineRules;
import dev.kontor.twin.financeoperations.sales.OrderRules;
import dev.kontor.twin.financeoperations.sales.QuotationLines;
import dev.kontor.twin.financeoperations.sales.QuotationRules;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people do with a quotation; every call is part of the caller's transaction. */
public final class Quotations {
  private static final String STATUS = "SalesQuotationStatus";

  /** Order line's field ← quotation line's field. */
  private static final Map<String, String> TO_ORDER =
      Map.ofEntries(
          Map.entry("ItemNumber", "ItemNumber"),
          Map.entry("ExternalItemNumber", "ExternalItemNumber"),
          Map.entry("OrderedSalesQuantity", "RequestedSalesQuantity"),
          Map.entry("SalesUnitSymbol", "SalesUnitSymbol"),
          Map.entry("SalesPrice", "SalesPrice"),
          Map.entry("SalesPriceQuantity", "SalesPriceQuantity"),
          Map.entry("LineDiscountPercentage", "LineDiscountPercentage"),
          Map.entry("LineDiscountAmount", "LineDiscountAmount"),
          Map.entry("LineDescription", "LineDescription"),
          Map.entry("ProductColorId", "ProductColorId"),
          Map.entry("ProductSizeId", "ProductSizeId"),
          Map.entry("ProductStyleId", "ProductStyleId"),
          Map.entry("ProductConfigurationId", "ProductConfigurationId"),
          Map.entry("ProductVersionId", "ProductVersionId"));

  private final Erp erp;

  public Quotations(Erp erp) {
    this.erp = erp;
  }

  /**
   * Treats a quotation; throws a Fault where it cannot be, IllegalArgumentException for an unknown
   * way or line.
   *
   * @param how {@code price|send|confirm|lose|cancel}
   * @param body of price {@code {lines: [{line, price}]}}, by LineCreationSequenceNumber; of send
   *     {@code {expires?: day}}
   */
  public ObjectNode treat(String company, String number, String how, JsonNode body) {
    ObjectNode quotation = QuotationRules.require(erp.records(), company, number);
    return switch (how) {
      case "price" -> price(quotation, body);
      case "send" -> {
        if (body.has("expires")) {
          quotation.put("SalesQuotationExpiryDate", text(body, "expires") + "T12:00:00Z");
        }
        yield status(quotation, "Sent");
      }
      case "confirm" -> confirm(quotation);
      case "lose" -> status(quotation, "Lost");
      case "cancel" -> status(quotation, "Cancelled");
      default -> throw new IllegalArgumentException("Quotations are not treated by " + how);
    };
  }

  private ObjectNode price(ObjectNode quotation, JsonNode body) {
    QuotationLines rules = new QuotationLines(erp);
    for (JsonNode wanted : body.path("lines")) {
      ObjectNode patch =
          Json.object().put("SalesPrice", new BigDecimal(wanted.path("price").asString()));
      rules.update(text(quotation, "dataAreaId"), line(quotation, wanted.path("line")), patch);
    }
    return Json.object();
  }

  private ObjectNode line(ObjectNode quotation, JsonNode number) {
    return QuotationRules.lines(erp.records(), quotation).stream()
        .filter(line -> line.path("LineCreationSequenceNumber").asInt() == number.asInt())
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("The quotation has no line " + number.asInt()));
  }

  private ObjectNode status(ObjectNode quotation, String status) {
    List<ObjectNode> lines = QuotationRules.lines(erp.records(), quotation);
    if (lines.isEmpty()) {
      throw Fault.logic(Message.NOTHING_TO_POST, text(quotation, "SalesQuotationNumber"));
    }
    lines.forEach(line -> erp.records().put(QuotationLines.SOURCE, line.put(STATUS, status)));
    erp.records().put(QuotationRules.SOURCE, quotation.put(STATUS, status));
    return Json.object().put("status", status);
  }

  /** The buyer has accepted it: it becomes an order. */
  private ObjectNode confirm(ObjectNode quotation) {
    String company = text(quotation, "dataAreaId");
    ObjectNode header =
        Json.object()
            .put(
                "OrderingCustomerAccountNumber", text(quotation, "RequestingCustomerAccountNumber"))
            .put("CurrencyCode", text(quotation, "CurrencyCode"))
            .put("CustomersOrderReference", text(quotation, "CustomersReference"))
            .put("QuotationNumber", text(quotation, "SalesQuotationNumber"))
            .put("DefaultShippingSiteId", text(quotation, "DefaultShippingSiteId"))
            .put("DefaultShippingWarehouseId", text(quotation, "DefaultShippingWarehouseId"));
    String order = text(new OrderRules(erp).insert(company, header), "SalesOrderNumber");
    LineRules rules = new LineRules(erp);
    for (ObjectNode line : QuotationRules.lines(erp.records(), quotation)) {
      ObjectNode sold = Json.object().put("SalesOrderNumber", order);
      TO_ORDER.forEach((to, from) -> sold.set(to, line.path(from)));
      rules.insert(company, sold);
    }
    quotation
        .put("GeneratedSalesOrderNumber", order)
        .put("SalesQuotationConfirmationDate", Erp.day(erp.today(company)));
    return status(quotation, "Confirmed").put("order", order);
  }
}
