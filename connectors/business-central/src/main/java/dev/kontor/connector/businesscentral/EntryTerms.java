package dev.kontor.connector.businesscentral;

import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Payment terms, shipment method and dimensions of a document, as the settings say. */
final class EntryTerms {

  static final String DIMENSION_LINES = "dimensionSetLines";

  /** Header fields that are people's once the order is entered, unless the shop changes them. */
  static final List<String> FIELDS = List.of("paymentTermsId", "shipmentMethodId");

  private final EntrySettings settings;
  private final CodeLists lists;
  private final Company company;

  EntryTerms(Configuration configuration, Company company) {
    this.settings = new EntrySettings(configuration.json());
    this.lists = new CodeLists(company);
    this.company = company;
  }

  /** What must be read to know the codes that the settings name. */
  List<Wanted> unread() {
    return lists.unread(settings.sets());
  }

  /** Adds the terms of an order. */
  void put(ObjectNode header, Order order) {
    JsonNode payment =
        settings.payment().entry(EntrySettings.PAYMENT_METHOD, order.paymentMethod());
    code(header, "paymentTermsId", CodeLists.TERMS, Json.text(payment, "terms"));
    JsonNode shipping =
        settings.shipping().entry(EntrySettings.SHIPPING_METHOD, order.shippingMethod());
    code(header, "shipmentMethodId", CodeLists.SHIPMENT_METHODS, Json.text(shipping, "method"));
    details(header, payment, shipping);
    dimensions(header, order);
  }

  private void details(ObjectNode header, JsonNode payment, JsonNode shipping) {
    ObjectNode details = Json.object();
    String method = Json.text(payment, "method");
    if (method != null) {
      known("paymentMethodCode", CodeLists.PAYMENT_METHODS, method);
      details.put("paymentMethodCode", method);
    }
    for (String part : List.of("agent", "service")) {
      String code = Json.text(shipping, part);
      if (code != null) {
        details.put(part.equals("agent") ? "shippingAgentCode" : "shippingAgentServiceCode", code);
      }
    }
    if (!details.isEmpty()) {
      if (!company.companion().has(OrderDetails.SET)) {
        throw new FaultException(new Fault.Invalid(OrderDetails.SET, EntryCheck.APP, null));
      }
      header.set(OrderDetails.SET, details);
    }
  }

  /**
   * Adds the dimensions of an order, for its credit memo too. They stand before the lines, which
   * inherit them as they are inserted.
   */
  void dimensions(ObjectNode header, Order order) {
    Map<String, String> values = settings.dimensions(order);
    if (values.isEmpty()) {
      return;
    }
    Map<String, String> known = lists.of(CodeLists.DIMENSIONS);
    ArrayNode lines = header.putArray(DIMENSION_LINES);
    values.forEach(
        (dimension, value) -> {
          if (!known.containsKey(CodeLists.value(dimension, value))) {
            throw unknown(DIMENSION_LINES, "value " + value + " of dimension " + dimension);
          }
          lines.addObject().put("code", dimension).put("valueCode", value);
        });
  }

  private void code(ObjectNode header, String field, String set, @Nullable String code) {
    if (code != null) {
      header.put(field, known(field, set, code));
    }
  }

  /** Its id. */
  private String known(String field, String set, String code) {
    String id = lists.of(set).get(code);
    if (id == null) {
      throw unknown(field, "code " + code + " in " + set);
    }
    return id;
  }

  private static FaultException unknown(String field, String what) {
    return new FaultException(
        new Fault.Invalid(
            field,
            "Business Central has no "
                + what
                + ", which the settings name; create it there or correct the setting, and resubmit",
            null));
  }
}
