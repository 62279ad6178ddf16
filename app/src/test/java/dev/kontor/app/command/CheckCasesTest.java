package dev.kontor.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Recordings of Magento, an order in a folder of its own each, against their truth. */
class CheckCasesTest {

  private static final Path RECORDED =
      Path.of("..", "connectors", "magento", "src", "test", "resources", "magento-2.4.7");

  @TempDir private Path folder;

  private static Ran check(Path folder) {
    return Ran.kontor("check-orders", "--connector", "magento", folder.toString());
  }

  @Test
  void everyRecordedOrderIsEqual() {
    Ran ran = check(RECORDED);
    assertThat(ran.out()).doesNotContain("DIFFERENT").endsWith("equal=40 different=0\n");
    assertThat(ran.status()).isZero();
  }

  @Test
  void aCentOrALineOffIsNamed() throws IOException {
    Path recorded = RECORDED.resolve("orders").resolve("g-invoiced-part-refund");
    Path one = Files.createDirectories(folder.resolve("orders").resolve("one"));
    try (Stream<Path> files = Files.list(recorded)) {
      for (Path file : files.toList()) {
        Files.copy(file, one.resolve(file.getFileName()));
      }
    }
    assertThat(check(folder).out()).isEqualTo("equal     one\nequal=1 different=0\n");
    Path truth = one.resolve("expected.json");
    ObjectNode wrong = (ObjectNode) ModelJson.parse(Files.readAllBytes(truth));
    wrong.put("tax_total", "21.84").put("refunded", "0");
    ((ObjectNode) wrong.path("lines").path(0)).put("net", new java.math.BigDecimal("100.84"));
    ((ObjectNode) wrong.path("tax_by_rate").path(1)).put("net", new java.math.BigDecimal("24.53"));
    Files.write(truth, ModelJson.mapper().writeValueAsBytes(wrong));
    assertThat(check(folder).out())
        .contains("tax_total is 21.83 instead of 21.84")
        .contains("refunded_amount is 55.50 instead of 0")
        .contains("goods is [3 LAMPE-44 net 100.83 tax 19.16")
        .contains("net_per_taxed_rate is")
        .endsWith("equal=0 different=1\n");
  }
}
