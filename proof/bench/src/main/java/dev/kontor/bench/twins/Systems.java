package dev.kontor.bench.twins;

import dev.kontor.bench.hub.HubSide;
import dev.kontor.engine.db.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A shop and Business Central, simulated, for a hub between them. */
public final class Systems implements AutoCloseable {

  /** What a simulated system says of itself that is not for everybody, by the name of a file. */
  private static final Map<String, String> SECRETS =
      Map.of(
          "shop", "client secret",
          "consumer-secret", "consumer secret",
          "token", "token",
          "token-secret", "token secret");

  private final Twin shop;
  private final Twin erp;
  private final String configuration;

  private Systems(Twin shop, Twin erp, String configuration) {
    this.shop = shop;
    this.erp = erp;
    this.configuration = configuration;
  }

  /** With Shopware. */
  public static Systems start(Path directory) throws IOException {
    return with(Twin.start("shopware", directory.resolve("shop.log")), directory, "systems.yaml");
  }

  public static Systems withMagento(Path directory) throws IOException {
    Twin shop = Twin.start("magento", "token secret", directory.resolve("shop.log"));
    return with(shop, directory, "magento.yaml");
  }

  private static Systems with(Twin shop, Path directory, String configuration) throws IOException {
    Twin erp = Twin.start("business-central", directory.resolve("erp.log"));
    return new Systems(shop, erp, configuration);
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
    return hub(directory, Map.of("stock", stock));
  }

  /**
   * The same with what the configuration leaves open.
   *
   * @param open values by name
   */
  public HubSide hub(Path directory, Map<String, String> open) throws IOException {
    Path secrets = directory.resolve("secrets");
    PrivateFiles.createDirectories(secrets);
    for (Map.Entry<String, String> secret : SECRETS.entrySet()) {
      secret(secrets.resolve(secret.getKey()), shop.said(secret.getValue()));
    }
    secret(secrets.resolve("erp"), erp.said("client secret"));
    return HubSide.shipped(directory, filled(open));
  }

  private static void secret(Path file, String value) throws IOException {
    PrivateFiles.replace(file, value.getBytes(StandardCharsets.UTF_8));
  }

  private String filled(Map<String, String> open) throws IOException {
    String text;
    try (InputStream in = Systems.class.getResourceAsStream("/bench/" + configuration)) {
      text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    String api = erp.said("API");
    Map<String, String> values = new HashMap<>(open);
    values.put("shop", shop.said("Shopware") + shop.said("Magento"));
    values.put("shopClientId", shop.said("client id") + shop.said("consumer key"));
    values.put("erp", erp.said("Business Central"));
    values.put("tenant", api.replaceAll(".*/v2\\.0/([^/]+)/.*", "$1"));
    values.put("erpClientId", erp.said("client id"));
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
