package dev.kontor.app.demo;

import dev.kontor.model.ModelJson;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.businesscentral.Options;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Business Central twin as the demo's ERP, with the timing of the real service. */
final class BusinessCentralErp implements DemoErp {

  private final BusinessCentralTwin twin;
  private final Options options;
  private final Web web = new Web();
  private final Books books;

  private BusinessCentralErp(BusinessCentralTwin twin, Options options) {
    this.twin = twin;
    this.options = options;
    this.books = new Books(web, twin.uri().toString());
  }

  static BusinessCentralErp start(Assortment assortment, int port) throws IOException {
    Options options = Options.real().listening("127.0.0.1", port);
    return new BusinessCentralErp(
        BusinessCentralTwin.start(options, BusinessCentralCompany.of(assortment)), options);
  }

  @Override
  public String connector() {
    return "business-central";
  }

  @Override
  public String name() {
    return "Business Central";
  }

  @Override
  public String address() {
    return twin.uri().toString();
  }

  @Override
  public Map<String, String> access() {
    Map<String, String> access = new LinkedHashMap<>();
    access.put("API", twin.apiUri().toString());
    access.put("tokens", twin.tokenUri().toString());
    access.put("client id", options.clientId());
    access.put("client secret", options.clientSecret());
    return access;
  }

  @Override
  public Map<String, String> values() {
    return Map.of(
        "authority", address(),
        "apiRoot", address(),
        "tenant", options.tenant(),
        "erpClientId", options.clientId());
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("erp-client-secret", options.clientSecret());
  }

  @Override
  public void move(String sku, BigDecimal quantity) {
    web.post(
        address() + "/_twin/stock",
        ModelJson.mapper()
            .createObjectNode()
            .put("itemNumber", BusinessCentralCompany.number(sku))
            .put("locationCode", BusinessCentralCompany.LOCATION)
            .put("quantity", quantity));
  }

  @Override
  public List<Booked> orders() {
    return books.orders("number", "externalDocumentNumber", "totalAmountIncludingTax");
  }

  @Override
  public Map<String, BigDecimal> stock() {
    return books.stock("itemNumber", "quantity");
  }

  @Override
  public List<String> customers() {
    return books.customers("email");
  }

  @Override
  public void close() {
    twin.close();
    web.close();
  }
}
