package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.delivery.Previews.Preview;
import dev.kontor.engine.problem.Problem;
import dev.kontor.proof.merchant.Merchant;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 214 orders, one cause: seen as one, mended once, tried again together, each there once. */
class OneCauseTest {

  private static final String OVERLAY =
      """
      overlay: business-central/order.out
      rules:
        - {to: shipmentMethodCode, path: shippingMethod, table: shipment}
      """;
  private static final String TABLE =
      """
      tables: {shipment: {shipping_express: EXPRESS}}
      overlays: [shipment.yaml]
      """;

  @Test
  void ordersOfAnUnknownShippingMethodAreMendedByOneRow(@TempDir Path home) throws Exception {
    Files.writeString(home.resolve("shipment.yaml"), OVERLAY);
    try (Merchant merchant = Merchant.configured(home, yaml -> yaml + TABLE)) {
      merchant.openDoor();
      OneCause cause = new OneCause(merchant);
      Problem problem = cause.failed("AH-1005", "AH-2001");
      assertThat(problem.key()).isEqualTo("shipment/shipping_standard");
      assertThat(problem.field()).isEqualTo("shipmentMethodCode");
      assertThat(cause.preview(problem)).hasSize(20).noneMatch(Preview::isReady);
      cause.desk().tables().put("shipment", "shipping_standard", "STANDARD", "Erika", "usual");
      cause.resubmitted(problem);
      assertThat(cause.audited("table.row %(Erika)")).isEqualTo(1);
    }
  }
}
