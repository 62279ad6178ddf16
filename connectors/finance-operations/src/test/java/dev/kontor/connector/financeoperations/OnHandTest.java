package dev.kontor.connector.financeoperations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Stock on hand by warehouse, with all that is to leave. */
class OnHandTest {

  private static String row(String item, String warehouse, int onHand, int order, int reserved) {
    return """
        {"dataAreaId": "usmf", "ItemNumber": "%s", "InventoryWarehouseId": "%s",
         "OnHandQuantity": %d, "OnOrderQuantity": %d, "ReservedOnHandQuantity": %d,
         "ReservedOrderedQuantity": 1.5}
        """
        .formatted(item, warehouse, onHand, order, reserved);
  }

  @Test
  void variantsAreSummedAndWarehousesKeptApart() {
    try (CannedErp erp = new CannedErp()) {
      erp.rows(
          "WarehousesOnHandV2",
          row("A1", "11", 10, 2, 1),
          row("A1", "11", 5, 0, 0),
          row("A1", "12", 7, 0, 3),
          row("B1", "11", 1, 0, 0));
      Page page = erp.reader(EntityType.STOCK).changes(null, 10);
      assertThat(page.documents()).extracting(Document::id).containsExactly("A1", "B1");
      Stock stock =
          ModelJson.mapper().treeToValue(page.documents().getFirst().content(), Stock.class);
      assertThat(stock.onHand()).isEqualByComparingTo("22");
      assertThat(stock.openDemand()).isEqualByComparingTo("10.5");
      assertThat(stock.locations())
          .extracting(Stock.AtLocation::location, at -> at.openDemand().toPlainString())
          .containsExactly(Tuple.tuple("11", "6.0"), Tuple.tuple("12", "4.5"));
    }
  }

  private static String ofVariant(String row, String color) {
    return row.replaceFirst("\\{", "{\"ProductColorId\": \"" + color + "\", ");
  }

  private static String variant(String number, String color) {
    return """
        {"dataAreaId": "usmf", "ItemNumber": "A1", "ProductMasterNumber": "A1",
         "ProductVariantNumber": "%s", "ProductColorId": "%s"}
        """
        .formatted(number, color);
  }

  @Test
  void whereShopsGoByVariantEachHasItsOwnStockWhateverThePageSize() {
    try (CannedErp erp = new CannedErp("{\"skuScheme\": \"variant\"}")) {
      erp.rows("ReleasedProductVariantsV2", variant("A1-R", "rot"), variant("A1-B", "BLAU"));
      erp.rows(
          "WarehousesOnHandV2",
          ofVariant(row("A1", "11", 10, 0, 0), "Blau"),
          ofVariant(row("A1", "12", 5, 0, 0), "Blau"),
          ofVariant(row("A1", "11", 3, 0, 0), "Rot"),
          ofVariant(row("A1", "11", 9, 0, 0), "ohne Nummer"),
          row("B1", "11", 1, 0, 0));
      Page first = erp.reader(EntityType.STOCK).changes(null, 1);
      assertThat(first.documents()).extracting(Document::id).containsExactly("A1-B");
      JsonNode blue = Objects.requireNonNull(first.documents().getFirst().content());
      assertThat(blue.path("onHand").asString()).isEqualTo("15");
      Page second = erp.reader(EntityType.STOCK).changes(first.next(), 1);
      assertThat(second.documents()).extracting(Document::id).containsExactly("A1-R");
      assertThat(second.more()).isTrue();
      Document red = erp.reader(EntityType.STOCK).fetch(List.of("a1-r")).getFirst();
      assertThat(red.version()).isEqualTo(second.documents().getFirst().version());
    }
  }

  @Test
  void anItemWhoseRowsGoOnBehindThePageIsReadWhole() {
    try (CannedErp erp = new CannedErp()) {
      String[] many =
          IntStream.range(0, 200).mapToObj(i -> row("A1", "W" + i, 1, 0, 0)).toArray(String[]::new);
      erp.rows("WarehousesOnHandV2", many);
      erp.rows("WarehousesOnHandV2", row("A1", "11", 300, 0, 0));
      Document read = erp.reader(EntityType.STOCK).changes(null, 10).documents().getFirst();
      assertThat(Objects.requireNonNull(read.content()).path("onHand").asString()).isEqualTo("300");
    }
  }

  @Test
  void thePollBeginsAnewAtTheEndAndTheSameFiguresAreTheSameVersion() {
    try (CannedErp erp = new CannedErp()) {
      erp.rows("WarehousesOnHandV2", row("A1", "11", 10, 2, 1));
      erp.on("GET WarehousesOnHandV2", 200, "{\"value\": []}");
      erp.rows("WarehousesOnHandV2", row("A1", "11", 10, 1, 2));
      erp.rows("WarehousesOnHandV2", row("A1", "11", 10, 1, 3));
      Page first = erp.reader(EntityType.STOCK).changes(null, 10);
      Page end = erp.reader(EntityType.STOCK).changes(first.next(), 10);
      assertThat(erp.calls().getLast()).contains("ItemNumber gt 'A1'");
      assertThat(end.more()).isFalse();
      assertThat(end.next()).isEqualTo(new Cursor(""));
      String version = first.documents().getFirst().version();
      Page again = erp.reader(EntityType.STOCK).changes(end.next(), 10);
      assertThat(again.documents().getFirst().version()).isEqualTo(version);
      Page other = erp.reader(EntityType.STOCK).changes(end.next(), 10);
      assertThat(other.documents().getFirst().version()).isNotEqualTo(version);
    }
  }
}
