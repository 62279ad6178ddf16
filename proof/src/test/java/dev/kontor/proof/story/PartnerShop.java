package dev.kontor.proof.story;

import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.Partner;
import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Stories about a merchant whose ERP has a partner's extension, joined by overlays. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PartnerShop {

  private static final String DEFAULTS =
      """
            itemDefaults:
              baseUnitOfMeasureCode: PCS
              generalProductPostingGroupCode: RETAIL
              inventoryPostingGroupCode: RESALE
      """;

  private final Map<String, String> overlays;
  private final String[] flows;
  protected Merchant merchant;
  protected Partner partner;

  /**
   * @param overlays their rules by mapping
   * @param flows that are switched on beside that of orders
   */
  @SuppressWarnings("NullAway.Init") // opened before the first story
  PartnerShop(Map<String, String> overlays, String... flows) {
    this.overlays = new TreeMap<>(overlays);
    this.flows = flows.clone();
  }

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    for (Map.Entry<String, String> overlay : overlays.entrySet()) {
      String text = "overlay: " + overlay.getKey() + "\nrules:\n  - " + overlay.getValue() + "\n";
      Files.writeString(home.resolve(file(overlay.getKey())), text);
    }
    String files = String.join(", ", overlays.keySet().stream().map(PartnerShop::file).toList());
    merchant = Merchant.configured(home, yaml -> configured(yaml, files), flows);
    partner = new Partner(merchant);
    merchant.openDoor();
  }

  private static String configured(String yaml, String files) {
    return yaml.replace("      skuScheme:", Partner.JOINED + DEFAULTS + "      skuScheme:")
            .replace("product-changes: {", "product-changes: {owners: {name: shop, gtin: shop}, ")
        + "overlays: ["
        + files
        + "]\n";
  }

  private static String file(String mapping) {
    return mapping.replace('/', '-') + ".yaml";
  }

  final JsonNode article(String number) {
    return merchant.truth().articles(1).getOrDefault(number, Json.object());
  }

  @AfterAll
  void close() {
    merchant.close();
  }
}
