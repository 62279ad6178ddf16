package dev.kontor.app.demo;

import dev.kontor.twin.shopware.Options;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The configuration of one demo, as an operator would write it. */
final class DemoConfiguration {

  private DemoConfiguration() {}

  /**
   * @param doors where the systems push to
   */
  static String of(Systems systems, String doors) throws IOException {
    var erp = dev.kontor.twin.businesscentral.Options.real();
    return filled(
        Map.of(
            "doors", doors,
            "shop", systems.shopAddress(),
            "shopClientId", Options.ACCESS_KEY,
            "authority", systems.erpAddress(),
            "apiRoot", systems.erpAddress(),
            "tenant", erp.tenant(),
            "erpClientId", erp.clientId()));
  }

  /** The demo's configuration with these values put in. */
  static String filled(Map<String, String> values) throws IOException {
    try (InputStream in = DemoConfiguration.class.getResourceAsStream("/demo/kontor.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the build lacks demo/kontor.yaml");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("${" + value.getKey() + "}", value.getValue());
      }
      return text;
    }
  }
}
