package dev.kontor.proof.recorded;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What recorded orders received and gave back. */
final class RecordedMoney {

  private RecordedMoney() {}

  /** Numbers of the orders that received or gave back something. */
  static Set<String> orders(Path recordings) throws IOException {
    Set<String> numbers = new TreeSet<>();
    try (Stream<Path> folders = Files.list(recordings.resolve("orders"))) {
      for (Path folder : folders.toList()) {
        if (Files.exists(folder.resolve("invoices.json"))
            || Files.exists(folder.resolve("creditmemos.json"))) {
          JsonNode expected = Json.parse(Files.readAllBytes(folder.resolve("expected.json")));
          numbers.add(expected.path("order_number").asString());
        }
      }
    }
    return numbers;
  }

  /** Gross by the shop's number. */
  static Map<String, BigDecimal> sums(RecordedMagento shop, String entity) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    Map<String, String> numbers = shop.numbers();
    for (JsonNode row : shop.rows(entity)) {
      BigDecimal amount =
          row.path("grand_total").decimalValue().setScale(2, RoundingMode.UNNECESSARY);
      if (amount.signum() != 0) {
        sums.merge(
            numbers.getOrDefault(row.path("order_id").asString(), ""), amount, BigDecimal::add);
      }
    }
    return sums;
  }
}
