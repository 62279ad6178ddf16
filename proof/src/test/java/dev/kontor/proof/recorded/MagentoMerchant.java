package dev.kontor.proof.recorded;

import dev.kontor.engine.db.Database;
import dev.kontor.proof.merchant.RunningHub;
import dev.kontor.proof.merchant.Truth;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.businesscentral.Options;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The Magento shop that was recorded, an ERP with its articles, and a hub between them. */
final class MagentoMerchant implements AutoCloseable {

  private final RecordedMagento shop;
  private final BusinessCentralTwin erp;
  private final Database database = Database.forTests();
  private final RunningHub hub;

  /**
   * @param fractions the connection's setting
   */
  MagentoMerchant(Path home, RecordedMagento shop, String fractions) throws IOException {
    this(home, shop, fractions, false);
  }

  /** With the flows of payments and refunds switched on. */
  static MagentoMerchant withMoney(Path home, RecordedMagento shop) throws IOException {
    return new MagentoMerchant(home, shop, "round", true);
  }

  private MagentoMerchant(Path home, RecordedMagento shop, String fractions, boolean money)
      throws IOException {
    this.shop = shop;
    erp = BusinessCentralTwin.start(Options.quick(), RecordedCompany.with(articles()));
    Map<String, String> secrets = Map.of("SHOP_SECRET", "s", "ERP_SECRET", "kontor-secret");
    hub = new RunningHub(home, configuration(fractions, money), secrets, database);
  }

  private String configuration(String fractions, boolean money) throws IOException {
    try (InputStream in = MagentoMerchant.class.getResourceAsStream("/recorded/magento.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .replace("${SHOP}", shop.uri().toString())
          .replace("${ERP}", erp.uri().toString())
          .replace("${fractions}", fractions)
          .replace("${money}", Boolean.toString(money));
    }
  }

  /** Article number to tax group, as the shop taxes it at home. */
  private Map<String, String> articles() {
    Map<String, String> groups = new TreeMap<>();
    for (JsonNode order : shop.truth().values()) {
      boolean split = order.has("lines_components_view");
      for (JsonNode line : order.path(split ? "lines_components_view" : "lines")) {
        BigDecimal rate = line.path("tax_rate").decimalValue();
        String group = rate.signum() == 0 ? "" : RecordedCompany.group(rate);
        String sku = line.path("sku").asString().toUpperCase(Locale.ROOT);
        groups.merge(sku, group, (a, b) -> a.isEmpty() ? b : a);
      }
    }
    groups.replaceAll((number, group) -> group.isEmpty() ? "VAT19" : group);
    return groups;
  }

  /** Rows of one of the ERP's books, summed by the shop's number. */
  Map<String, BigDecimal> sums(String book, String field) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (JsonNode row : erp.truth(book).path(book)) {
      sums.merge(
          row.path("externalDocumentNumber").asString().replaceAll("^MG-|/.*$", ""),
          row.path(field).decimalValue().abs().setScale(2),
          BigDecimal::add);
    }
    return sums;
  }

  /** The ERP's orders by the shop's number, each there once. */
  Map<String, JsonNode> inErp() {
    return new Truth(shop.uri(), erp.uri())
        .erpOrders().entrySet().stream()
            .filter(entry -> entry.getValue().size() == 1)
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().replaceFirst("^MG-", ""),
                    entry -> entry.getValue().getFirst()));
  }

  void invoice(JsonNode erpOrder) {
    erp.shipAndInvoice(erpOrder.path("number").asString());
  }

  /** On their way. */
  Carriage orders() {
    return new Carriage(shop, hub);
  }

  @Override
  public void close() {
    hub.close();
    database.close();
    erp.close();
    shop.close();
  }
}
