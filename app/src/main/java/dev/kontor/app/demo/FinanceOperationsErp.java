package dev.kontor.app.demo;

import dev.kontor.model.ModelJson;
import dev.kontor.twin.financeoperations.FinanceOperationsTwin;
import dev.kontor.twin.financeoperations.Options;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Finance & Operations twin as the demo's ERP, with the timing of a real one. It computes the
 * totals of each order at once, so that they can be compared.
 */
final class FinanceOperationsErp implements DemoErp {

  private final FinanceOperationsTwin twin;
  private final Options options;
  private final Web web = new Web();
  private final Books books;

  private FinanceOperationsErp(FinanceOperationsTwin twin, Options options) {
    this.twin = twin;
    this.options = options;
    this.books = new Books(web, twin.uri().toString());
    twin.control().set(ModelJson.mapper().createObjectNode().put("totals", "ALWAYS"));
  }

  static FinanceOperationsErp start(Assortment assortment, int port) throws IOException {
    Options options = Options.real().listening("127.0.0.1", port);
    return new FinanceOperationsErp(
        FinanceOperationsTwin.start(options, FinanceOperationsCompany.of(assortment)), options);
  }

  @Override
  public String connector() {
    return "finance-operations";
  }

  @Override
  public String name() {
    return "Finance & Operations";
  }

  @Override
  public String address() {
    return twin.uri().toString();
  }

  @Override
  public Map<String, String> access() {
    Map<String, String> access = new LinkedHashMap<>();
    access.put("API", address() + "/data");
    access.put("tokens", twin.tokenUri().toString());
    access.put("scope", twin.scope());
    access.put("company", FinanceOperationsCompany.ID);
    access.put("client id", options.clientId());
    access.put("client secret", options.clientSecret());
    return access;
  }

  @Override
  public Map<String, String> values() {
    return Map.of(
        "erp", address(),
        "authority", address(),
        "scope", twin.scope(),
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
            .put("company", FinanceOperationsCompany.ID)
            .put("item", sku)
            .put("warehouse", FinanceOperationsCompany.WAREHOUSE)
            .put("quantity", quantity));
  }

  @Override
  public List<Booked> orders() {
    return books.orders("SalesOrderNumber", "CustomersOrderReference", "OrderTotalAmount");
  }

  @Override
  public Map<String, BigDecimal> stock() {
    return books.stock("ItemNumber", "OnHandQuantity");
  }

  @Override
  public List<String> customers() {
    return books.customers("PrimaryContactEmail");
  }

  @Override
  public void close() {
    twin.close();
    web.close();
  }
}
