package dev.kontor.proof.merchant;

import dev.kontor.twin.businesscentral.partner.PartnerApp;
import dev.kontor.twin.kit.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The extension that a partner has written for the merchant's ERP. */
public final class Partner {

  private static final String ROUTE = "contoso/web/v1.0";
  private static final String STAMP = "\n  systemModifiedAt datetime ro";

  /** What it keeps of items, of customers and of orders beside the ERP's own fields. */
  static final PartnerApp APP =
      new PartnerApp(
          ROUTE,
          List.of(
              page("itemWebData", "itemNumber", "items", "\n  seoTitle string(70)\n  rank int32"),
              page("customerWebData", "customerNumber", "customers", "\n  shopNumber string(40)"),
              page("orderWebData", "orderNumber", "salesOrders", "\n  channel string(40)")));

  /** The setting of the connection. */
  public static final String JOINED =
      """
            joined:
              item: {api: contoso/web/v1.0, entitySet: itemWebData, to: items, key: itemNumber}
              customer: {api: contoso/web/v1.0, entitySet: customerWebData, to: customers, key: customerNumber}
              order: {api: contoso/web/v1.0, entitySet: orderWebData, to: salesOrders, key: orderNumber}
      """;

  private final ErpByHand person;

  public Partner(Merchant merchant) {
    this.person = new ErpByHand(merchant.pair());
  }

  private static PartnerApp.Page page(String set, String key, String to, String columns) {
    String head = set + " " + set + "Row\n  id guid ro\n  " + key + " code(20)";
    return new PartnerApp.Page(head + columns + STAMP, key, to, "number");
  }

  /** A person enters a row. */
  public void enter(String set, ObjectNode row) {
    person.sendTo(ROUTE, "POST", set, row);
  }

  /** A person changes the row whose field says that. */
  public void change(String set, String field, String value, ObjectNode change) {
    String id = rows(set, field, value).getFirst().path("id").asString();
    person.sendTo(ROUTE, "PATCH", set + "(" + id + ")", change);
  }

  /** What the page shows. */
  public List<JsonNode> rows(String set, String field, String value) {
    return person
        .sendTo(ROUTE, "GET", set, Json.object())
        .path("value")
        .valueStream()
        .filter(row -> row.path(field).asString("").equals(value))
        .toList();
  }
}
