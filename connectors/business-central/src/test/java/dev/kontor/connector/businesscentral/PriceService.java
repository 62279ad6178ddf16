package dev.kontor.connector.businesscentral;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A company with two items, one with variants and one without VAT setup, and price list lines. */
final class PriceService implements Toolbox, Http {

  Instant now = Instant.parse("2026-03-15T10:00:00Z");
  final Map<String, ObjectNode> lines = new TreeMap<>();
  private final FakeService fake = new FakeService();
  private int read;

  /** Set whose keys cannot be read, while its news can. */
  @Nullable String withoutKeys;

  PriceService() {
    fake.with(
        "$metadata",
        "<E><EntitySet Name=\"items\" EntityType=\"x\"/>"
            + "<EntitySet Name=\"currencyExchangeRates\" EntityType=\"x\"/></E>");
    fake.with(
        "items",
        """
        [{"id":"1","number":"A","unitPrice":100,"taxGroupCode":"VAT19","baseUnitOfMeasureCode":"PCS"},
         {"id":"2","number":"B","unitPrice":50,"taxGroupCode":"VAT19","baseUnitOfMeasureCode":"PCS"},
         {"id":"3","number":"TEE","unitPrice":20,"taxGroupCode":"VAT19","baseUnitOfMeasureCode":"PCS"},
         {"id":"4","number":"ODD","unitPrice":20,"taxGroupCode":"X","baseUnitOfMeasureCode":"PCS"}]""");
    fake.with(
        "itemVariants",
        """
        [{"id":"v1","itemNumber":"TEE","code":"RED"},{"id":"v2","itemNumber":"TEE","code":"BLUE"}]""");
    fake.with("currencyExchangeRates", "[]");
    StringBuilder metadata = new StringBuilder("<E>");
    for (String page :
        "priceListLines legacySalesPrices legacySalesLineDiscounts pricingSetups vatPostingSetups itemDetails customerDetails"
            .split(" ")) {
      metadata.append("<EntitySet Name=\"").append(page).append("\" EntityType=\"x\"/>");
      app(page, "[]");
    }
    app("$metadata", metadata + "</E>");
    app("pricingSetups", "[{\"salesPricesEnabled\":true}]");
    app(
        "vatPostingSetups",
        """
        [{"vatBusinessPostingGroup":"INLAND","vatProductPostingGroup":"VAT19","vatPercent":19}]""");
    app(
        "customerDetails",
        """
        [{"number":"C1","customerPriceGroup":"","allowLineDiscount":true,
          "vatBusinessPostingGroup":"INLAND"}]""");
  }

  PriceService with(String set, String json) {
    fake.with(set, json);
    return this;
  }

  PriceService app(String page, String json) {
    fake.with(FakeService.APP + page, json);
    return this;
  }

  void uninstall() {
    fake.entities.remove(FakeService.APP + "$metadata");
  }

  PriceService line(
      String id, String item, String source, String sourceNumber, String price, String more) {
    ObjectNode line = row(id, item, source, sourceNumber).put("amountType", "Price");
    line.put("unitPrice", new java.math.BigDecimal(price));
    ((ObjectNode) ModelJson.parse("{" + more + "}"))
        .properties()
        .forEach(p -> line.set(p.getKey(), p.getValue()));
    lines.put(id, line);
    return this;
  }

  PriceService discount(
      String id, String item, String source, String sourceNumber, String percent) {
    ObjectNode line = row(id, item, source, sourceNumber).put("amountType", "Discount");
    lines.put(id, line.put("lineDiscountPercent", new java.math.BigDecimal(percent)));
    return this;
  }

  private static ObjectNode row(String id, String item, String source, String sourceNumber) {
    return Json.object()
        .put("id", id)
        .put("priceListCode", "SALES")
        .put("lineNumber", Integer.parseInt(id))
        .put("sourceType", source)
        .put("sourceNumber", sourceNumber)
        .put("assetType", "Item")
        .put("assetNumber", item)
        .put("allowLineDiscount", true)
        .put("status", "Active");
  }

  void cardOfA(String price) {
    fake.entities.computeIfPresent(
        "items", (set, rows) -> rows.replace("\"unitPrice\":100", "\"unitPrice\":" + price));
  }

  int calls() {
    return read;
  }

  PriceReader reader(String audiences) {
    Configuration configuration =
        FakeService.configuration(
            "{\"localCurrency\":\"EUR\",\"skuScheme\":\"item-variant\",\"priceAudiences\":"
                + audiences
                + "}",
            ZoneId.of("Europe/Berlin"));
    Company company = new Company(configuration, this);
    return new PriceReader(new PriceBoard(configuration, company, new MasterData(company)));
  }

  @Override
  public HttpResponse<byte[]> read(HttpRequest request) {
    read++;
    if (withoutKeys != null && request.uri().getPath().endsWith("/" + withoutKeys)) {
      return FakeService.answer(request, 503, "");
    }
    ArrayNode all = ModelJson.mapper().createArrayNode();
    lines.values().forEach(all::add);
    app("priceListLines", all.toString());
    return fake.read(request);
  }

  @Override
  public HttpResponse<byte[]> write(HttpRequest request) {
    throw new IllegalStateException("nothing may be written");
  }

  @Override
  public Http http() {
    return this;
  }

  @Override
  public InstantSource clock() {
    return () -> now;
  }
}
