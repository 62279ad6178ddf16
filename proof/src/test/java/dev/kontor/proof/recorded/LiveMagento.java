package dev.kontor.proof.recorded;

import dev.kontor.contract.Await;
import dev.kontor.engine.db.Database;
import dev.kontor.proof.merchant.RunningHub;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.businesscentral.Options;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A Magento shop that is open, an ERP with its articles, and a hub that carries both ways. */
final class LiveMagento implements AutoCloseable {

  private final OpenMagento shop = new OpenMagento();
  private final BusinessCentralTwin erp;
  private final Database database = Database.forTests();
  private final RunningHub hub;

  LiveMagento(Path home, Map<String, String> articles) throws IOException {
    this(
        home,
        Options.quick().withCompanion(),
        RecordedCompany.with(articles),
        (shop, text) -> text + "      shipments: {enabled: true}\n");
  }

  /**
   * @param arranged arranges the shop and tells what the configuration has besides
   */
  LiveMagento(
      Path home, Options erps, JsonNode company, BiFunction<OpenMagento, String, String> arranged)
      throws IOException {
    erp = BusinessCentralTwin.start(erps, company);
    String text = arranged.apply(shop, configuration());
    hub = new RunningHub(home, text, OpenMagento.secrets("kontor-secret"), database);
  }

  /** The recorded shop's, with all that goes back to the shop and what left there. */
  private String configuration() throws IOException {
    try (InputStream in = LiveMagento.class.getResourceAsStream("/recorded/magento.yaml")) {
      String recorded =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .replace("${SHOP}", shop.uri().toString())
              .replace("${ERP}", erp.uri().toString())
              .replace("${money}", "false")
              .replace("creditMemos: post", "shipments: post");
      return OpenMagento.configured(recorded);
    }
  }

  OpenMagento shop() {
    return shop;
  }

  private Stream<JsonNode> linesInErp(String order) {
    return erp.truth("openOrders")
        .path("openOrders")
        .valueStream()
        .filter(row -> row.path("number").asString("").equals(shop.erpNumber(order)))
        .flatMap(row -> row.path("lines").valueStream());
  }

  List<String> descriptionsInErp(String order) {
    return linesInErp(order).map(line -> line.path("description").asString()).toList();
  }

  /** Pieces the ERP has shipped of an article. */
  int shippedInErp(String order) {
    return linesInErp(order)
        .mapToInt(line -> line.path("shippedQuantity").asInt(0))
        .max()
        .orElse(0);
  }

  RunningHub hub() {
    return hub;
  }

  BusinessCentralTwin erp() {
    return erp;
  }

  void await(String what, BooleanSupplier condition) {
    hub.await(Await.PATIENCE, what, condition);
  }

  @Override
  public void close() {
    hub.close();
    database.close();
    erp.close();
    shop.close();
  }
}
