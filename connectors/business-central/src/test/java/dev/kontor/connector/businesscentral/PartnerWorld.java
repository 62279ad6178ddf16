package dev.kontor.connector.businesscentral;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Settings;
import dev.kontor.twin.businesscentral.Options;
import dev.kontor.twin.businesscentral.partner.PartnerApp;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A company with a partner's extension, and a connector that joins its pages. */
final class PartnerWorld implements AutoCloseable {

  static final String ROUTE = "contoso/web/v1.0";

  private static final PartnerApp APP =
      new PartnerApp(
          ROUTE,
          List.of(
              page("itemData", "itemNumber", "items", "number", "code(20)"),
              page("customerData", "customerId", "customers", "id", "guid"),
              page("orderData", "orderNumber", "salesOrders", "number", "code(20)")));

  static final String JOINED =
      """
      {"item":{"api":"contoso/web/v1.0","entitySet":"itemData","to":"items","key":"itemNumber"},
       "customer":{"api":"contoso/web/v1.0","entitySet":"customerData","to":"customers",
                   "key":"customerId","field":"id"},
       "order":{"api":"contoso/web/v1.0","entitySet":"orderData","to":"salesOrders",
                "key":"orderNumber"}}""";

  private static final String ARTICLE =
      """
      {"number":"n-1","displayName":"Napf","gtin":"4006381333931","baseUnitOfMeasureCode":"PCS",
       "taxRate":"19","unitPrice":"8.4033613","currency":"EUR","priceIncludesTax":false,
       "variants":[{"sku":"n-1-rot","name":"rot"}]}""";

  final TwinWorld world = new TwinWorld(Options.quick().withApp(APP));
  final CountedToolbox counted = new CountedToolbox(world.toolbox);
  final Connector connector;

  PartnerWorld() {
    this(JOINED);
  }

  /**
   * @param joined the setting
   */
  PartnerWorld(String joined) {
    ObjectNode settings = world.settingsJson();
    settings.set("joined", ModelJson.parse(joined));
    connector = new BusinessCentralProvider().connect(new Settings("erp", settings), counted);
  }

  private static PartnerApp.Page page(
      String set, String key, String to, String field, String type) {
    String columns =
        """
        %s %sRow
          id guid ro
          %s %s
          title string(20)
          lastModifiedDateTime datetime ro"""
            .formatted(set, set, key, type);
    return new PartnerApp.Page(columns, key, to, field);
  }

  /**
   * An article as business-central/product.out maps it.
   *
   * @param change of its fields
   */
  static ObjectNode article(String change) {
    ObjectNode article = ModelJson.parse(ARTICLE).asObject();
    article.setAll(ModelJson.parse(change).asObject());
    return article;
  }

  JsonNode app(String method, String path, String body) {
    return world.app(ROUTE, method, path, body);
  }

  /** Enters a row of that title. */
  void enter(String set, String key, String value, String title) {
    app("POST", set, "{\"%s\":\"%s\",\"title\":\"%s\"}".formatted(key, value, title));
  }

  List<JsonNode> rows(String set) {
    return app("GET", set, "").path("value").valueStream().toList();
  }

  @Override
  public void close() {
    connector.close();
    world.close();
  }
}
