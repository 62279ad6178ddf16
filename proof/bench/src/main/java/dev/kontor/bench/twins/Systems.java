package dev.kontor.bench.twins;

import dev.kontor.bench.hub.HubSide;
import dev.kontor.engine.db.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Shopware and Business Central, simulated, for a hub between them. */
public final class Systems implements AutoCloseable {

  private final Twin shop;
  private final Twin erp;

  private Systems(Twin shop, Twin erp) {
    this.shop = shop;
    this.erp = erp;
  }

  public static Systems start(Path directory) throws IOException {
    Twin shop = Twin.start("shopware", directory.resolve("shop.log"));
    return new Systems(shop, Twin.start("business-central", directory.resolve("erp.log")));
  }

  public Twin shop() {
    return shop;
  }

  public Twin erp() {
    return erp;
  }

  /**
   * Starts a hub between the two.
   *
   * @param stock settings of the flow that writes stock
   */
  public HubSide hub(Path directory, String stock) throws IOException {
    Path secrets = directory.resolve("secrets");
    PrivateFiles.createDirectories(secrets);
    secret(secrets.resolve("shop"), shop.said("client secret"));
    secret(secrets.resolve("erp"), erp.said("client secret"));
    return HubSide.shipped(directory, filled(stock));
  }

  private static void secret(Path file, String value) throws IOException {
    PrivateFiles.replace(file, value.getBytes(StandardCharsets.UTF_8));
  }

  private String filled(String stock) throws IOException {
    String text;
    try (InputStream in = Systems.class.getResourceAsStream("/bench/systems.yaml")) {
      text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    String api = erp.said("API");
    Map<String, String> values =
        Map.of(
            "stock", stock,
            "shop", shop.said("Shopware"),
            "shopClientId", shop.said("client id"),
            "erp", erp.said("Business Central"),
            "tenant", api.replaceAll(".*/v2\\.0/([^/]+)/.*", "$1"),
            "erpClientId", erp.said("client id"));
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  @Override
  public void close() {
    shop.close();
    erp.close();
  }
}
