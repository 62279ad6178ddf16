package dev.kontor.proof.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** How a hub is set before the differences are planted, and what is another rule then. */
final class PlantedSettings {

  private static final Map<String, String> OVERLAYS =
      new TreeMap<>(
          Map.of(
              "shopware/product.out",
              "{to: unit, expr: \"unit = 'BOX' ? 'Karton' : unit\"}",
              "business-central/customer.in",
              "{to: terms.blocked, path: blocked, values: {Ship: SHIPMENT, Invoice: ALL, All: ALL},"
                  + " default: NOTHING}"));

  private static final String ANY_STATE =
      "[OPEN, AUTHORIZED, PAID_PARTIALLY, PAID, REMINDED, REFUNDED, REFUNDED_PARTIALLY, FAILED]";

  private PlantedSettings() {}

  private static String common(String yaml) {
    return yaml.replaceAll(
            "((payments|stock|products|prices|progress|customer-changes|customer-terms):"
                + " \\{enabled: )false",
            "$1true")
        .replace(
            "registrations: true", "registrations: true, owners: {address: shop, phone: shop}");
  }

  /**
   * @param from what the shop received earlier is not entered
   */
  static String before(String yaml, Instant from) {
    return common(yaml)
        .replace(
            "paymentStates: {}",
            "paymentStates: {payment_prepayment: [PAID], \"*\": " + ANY_STATE + "}")
        .replace(
            "payments: {enabled: true",
            "payments: {enabled: true, conditions: {from: \"%s\"}".formatted(from))
        .replace(
            "stock: {enabled: true", "stock: {enabled: true, rule: {locations: [MAIN, OUTLET]}");
  }

  /**
   * @param directory of the configuration
   */
  static String after(String yaml, Path directory) {
    for (Map.Entry<String, String> overlay : OVERLAYS.entrySet()) {
      write(
          directory.resolve(file(overlay.getKey())),
          "overlay: %s%nrules:%n  - %s%n".formatted(overlay.getKey(), overlay.getValue()));
    }
    return common(yaml)
            .replace("stock: {enabled: true", "stock: {enabled: true, rule: {locations: [MAIN]}")
        + "overlays: ["
        + String.join(", ", OVERLAYS.keySet().stream().map(PlantedSettings::file).toList())
        + "]\n";
  }

  private static String file(String mapping) {
    return mapping.replace('/', '-') + ".yaml";
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
