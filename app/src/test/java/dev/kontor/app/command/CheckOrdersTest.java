package dev.kontor.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A recorded order against its truth, and against a truth that is one cent off. */
class CheckOrdersTest {

  private static final String ORDER = "orders/shipping-promotion-free.json";

  @TempDir private Path folder;
  private ObjectNode truth = ModelJson.mapper().createObjectNode();

  @BeforeEach
  void copy() throws IOException {
    Files.createDirectories(folder.resolve("orders"));
    Files.write(folder.resolve(ORDER), recorded("order.json"));
    truth = (ObjectNode) ModelJson.parse(recorded("expected.json"));
  }

  private static byte[] recorded(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CheckOrdersTest.class.getResourceAsStream("/recorded/" + name))) {
      return in.readAllBytes();
    }
  }

  private Ran check() throws IOException {
    ObjectNode file = ModelJson.mapper().createObjectNode();
    file.set(ORDER, truth);
    Files.writeString(folder.resolve("expected.json"), file.toString());
    return Ran.kontor("check-orders", "--connector", "shopware", folder.toString());
  }

  @Test
  void equalToTheTruth() throws IOException {
    Ran ran = check();
    assertThat(ran.out()).isEqualTo("equal     " + ORDER + "\nequal=1 different=0\n");
    assertThat(ran.status()).isZero();
  }

  @Test
  void namesEachDifference() throws IOException {
    String gross = truth.path("gross_total").asString();
    truth.put("gross_total", "0.01").put("customer_email", "somebody@else.example");
    truth.put("shoe_size", "43");
    Ran ran = check();
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains("gross_total is " + gross + " instead of 0.01")
        .contains("instead of somebody@else.example")
        .contains("shoe_size cannot be compared")
        .endsWith("equal=0 different=1\n");
  }

  @Test
  void aDifferentRateIsADifference() throws IOException {
    truth.putObject("tax_per_rate").put("19", "1.00");
    assertThat(check().out()).contains("tax_per_rate is");
  }
}
