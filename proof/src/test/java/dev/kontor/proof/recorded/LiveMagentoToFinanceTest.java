package dev.kontor.proof.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.Await;
import dev.kontor.engine.db.Database;
import dev.kontor.proof.merchant.RunningHub;
import dev.kontor.twin.financeoperations.FinanceOperationsTwin;
import dev.kontor.twin.financeoperations.Options;
import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What Finance & Operations knows of stock and orders reaches an open Magento shop. */
class LiveMagentoToFinanceTest {

  private static final String SKU = "LATERNE-M";
  private static final String TRACKED = "\"tracking\": [{\"number\": \"0034-7\"}]";
  private final OpenMagento shop = new OpenMagento();
  private final Database database = Database.forTests();
  private FinanceOperationsTwin erp;
  private RunningHub hub;

  @BeforeEach
  void open(@TempDir Path home) throws IOException {
    erp = FinanceOperationsTwin.start(Options.quick());
    erp.control().setup(articles());
    hub =
        new RunningHub(
            home.resolve("hub"),
            configuration(),
            OpenMagento.secrets(Options.quick().clientSecret()),
            database);
  }

  @AfterEach
  void close() {
    hub.close();
    database.close();
    erp.close();
    shop.close();
  }

  private static ObjectNode articles() {
    ObjectNode setup = Json.object();
    ObjectNode company = setup.putArray("companies").addObject();
    ArrayNode items = company.put("id", FinanceMerchant.COMPANY).putArray("items");
    ObjectNode lantern = FinanceMerchant.item(SKU, "FULL");
    lantern.putObject("stock").put("11", 1000);
    items.add(lantern);
    for (String group : new String[] {"FULL", "RED", "ZERO"}) {
      items.add(FinanceMerchant.item("SHIP-" + group, group).put("ProductType", "Service"));
      items.add(FinanceMerchant.item("MISC-" + group, group).put("ProductType", "Service"));
    }
    return setup;
  }

  private String configuration() throws IOException {
    String file = "/recorded/magento-finance-operations.yaml";
    try (InputStream in = LiveMagentoToFinanceTest.class.getResourceAsStream(file)) {
      return OpenMagento.configured(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .replace("${SHOP}", shop.uri().toString())
              .replace("${ERP}", erp.uri().toString())
              .replace("${SCOPE}", erp.scope())
              .replace("${TENANT}", Options.quick().tenant())
              .replace("${money}", "false"));
    }
  }

  private void await(String what, BooleanSupplier condition) {
    hub.await(Await.PATIENCE, what, condition);
  }

  private void treat(String order, String how, String body) {
    erp.control()
        .clerks()
        .order(FinanceMerchant.COMPANY, shop.erpNumber(order), how, Json.MAPPER.readTree(body));
  }

  private boolean says(String order, String comment) {
    return shop.truth(order).path("comments").toString().contains(comment);
  }

  @Test
  void stockConfirmationAndShipmentAreShownOnceAndNothingShipsOfASlipWithUnknownContent() {
    String engraving = shop.engraved(SKU);
    String order = shop.order(SKU, 5, "{\"" + engraving + "\": \"Für Anna\"}");
    String inParts = shop.order(SKU, 4);
    await("both transfers", () -> isThere(order) && isThere(inParts));
    assertThat(erp.control().truth("orders").toString())
        .contains("\"LineDescription\":\"Windlicht & Laterne <Größe M>, Gravur: Für Anna\"");
    await("the ERP's stock in the shop", () -> shop.salable(SKU) == 991);
    treat(order, "confirm", "{}");
    treat(inParts, "pack", "{\"lines\": [{\"line\": 1, \"quantity\": 2}], " + TRACKED + "}");
    await("the confirmation in the shop", () -> says(order, "ERP released the order"));
    treat(order, "pack", "{" + TRACKED + "}");
    await("the shipment in the shop", () -> shop.shipped(order) == 5);
    await("a comment on the part", () -> says(inParts, "ERP shipment "));
    assertThat(shop.truth(order).path("tracks").toString()).isEqualTo("[\"0034-7\"]");
    assertThat(shop.shipped(inParts)).isZero();
    await("the same stock as before", () -> shop.salable(SKU) == 991);
  }

  private boolean isThere(String order) {
    return !shop.erpNumber(order).isEmpty();
  }
}
