package dev.kontor.app.demo;

import dev.kontor.engine.config.ConnectorSchemas;
import dev.kontor.engine.config.Pack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The configuration of one demo, as an operator would write it. */
final class DemoConfiguration {

  /** Flows that are on in every demo; whatever else a pack has waits to be switched on. */
  private static final Set<String> ON = Set.of("customers", "orders", "order-reply", "stock");

  private DemoConfiguration() {}

  /**
   * @param doors where the systems push to
   */
  static String of(Systems systems, String doors, ConnectorSchemas installed) throws IOException {
    Map<String, String> values = new HashMap<>(systems.shop().values());
    values.putAll(systems.erp().values());
    values.put("doors", doors);
    return of(systems.shop().connector(), systems.erp().connector(), values, installed);
  }

  /**
   * The demo's configuration with these values put in.
   *
   * @param shop the shop's connector
   * @param erp the ERP's connector
   */
  static String of(String shop, String erp, Map<String, String> values, ConnectorSchemas installed)
      throws IOException {
    String name = erp + "--" + shop;
    Pack pack =
        Pack.of(installed, name)
            .orElseThrow(() -> new IllegalStateException("the build lacks the pack " + name));
    String text =
        part("kontor")
            .replace("${title}", pack.title())
            .replace("${pack}", name)
            .replace("${shopConnection}", part(shop))
            .replace("${erpConnection}", part(erp))
            .replace("${shopFlows}", part(shop + "-flows"))
            .replace("${erpFlows}", part(erp + "-flows"))
            .replace("${otherFlows}", others(pack));
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  private static String others(Pack pack) {
    return pack.flows().stream()
        .filter(flow -> !ON.contains(flow))
        .map(flow -> "      # " + flow + ": {enabled: true}\n")
        .collect(Collectors.joining());
  }

  private static String part(String name) throws IOException {
    String file = "/demo/" + name + ".yaml";
    try (InputStream in = DemoConfiguration.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
