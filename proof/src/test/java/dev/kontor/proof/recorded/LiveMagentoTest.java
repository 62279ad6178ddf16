package dev.kontor.proof.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One order's life between an open Magento shop and Business Central, stock with it. */
class LiveMagentoTest {

  @Test
  void anOrderIsTransferredShippedFromBothSidesAndInvoicedAndWhatCanBeSoldIsAlwaysTheErpsFigure(
      @TempDir Path home) throws Exception {
    try (LiveMagento live = new LiveMagento(home.resolve("hub"), Map.of("LATERNE-M", "VAT19"))) {
      String engraving = live.shop().engraved("LATERNE-M");
      String order = live.shop().order("LATERNE-M", 5, "{\"" + engraving + "\": \"Für Anna\"}");
      live.await("the order's transfer", () -> !live.shop().erpNumber(order).isEmpty());
      assertThat(live.descriptionsInErp(order))
          .contains("Windlicht & Laterne <Größe M>, Gravur: Für Anna");
      live.await("the ERP's stock in the shop", () -> live.shop().salable("LATERNE-M") == 995);
      live.shop().ship(order, 2);
      live.await("what the shop shipped in the ERP", () -> live.shippedInErp(order) == 2);
      live.await(
          "the ERP's number of it in the shop",
          () ->
              live.shop()
                  .truth(order)
                  .path("comments")
                  .toString()
                  .contains("is the shop's shipment"));
      live.erp().ship(live.shop().erpNumber(order));
      live.await("the shipment in the shop", () -> live.shop().shipped(order) == 5);
      assertThat(live.shop().salable("LATERNE-M")).isEqualTo(995);
      live.erp().shipAndInvoice(live.shop().erpNumber(order));
      live.await(
          "the invoice's number in the shop",
          () -> live.shop().truth(order).path("comments").toString().contains("ERP invoice "));
      live.erp().moveStock("LATERNE-M", "MAIN", BigDecimal.valueOf(-95));
      live.await("less stock in the shop", () -> live.shop().salable("LATERNE-M") == 900);
      assertThat(live.shop().shipped(order)).isEqualTo(5);
    }
  }
}
