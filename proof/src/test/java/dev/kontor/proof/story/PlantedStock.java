package dev.kontor.proof.story;

import static dev.kontor.proof.story.Kind.left;
import static dev.kontor.proof.story.Kind.mended;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** How what a shop shows of stock and what the rule says of the ERP's come to differ. */
final class PlantedStock {

  private static final String STOCK = "stock";
  private static final BigDecimal MORE_THAN_A_SHOP_CAN_SHOW = new BigDecimal("3000000000");

  private final Seedbed bed;

  PlantedStock(Seedbed bed) {
    this.bed = bed;
  }

  List<Kind<?>> kinds() {
    return List.of(
        kind(3, mended(STOCK, "never received"), sku -> move(sku, BigDecimal.valueOf(-43))),
        kind(3, mended(STOCK, "changed there"), sku -> bed.person().setStock(sku, 9)),
        Kind.of(2, this::inTwoPlaces, mended(STOCK, "rule or mapping changed"))
            .spoiled(UnaryOperator.identity()),
        Kind.of(2, bed::article, left(STOCK, "received, not sent"))
            .grown(sku -> move(sku, MORE_THAN_A_SHOP_CAN_SHOW))
            .spoiled(UnaryOperator.identity()));
  }

  private Kind<String> kind(int times, Kind.Word word, Consumer<String> deed) {
    UnaryOperator<String> spoiled =
        sku -> {
          deed.accept(sku);
          return sku;
        };
    return Kind.of(times, bed::article, word).spoiled(spoiled);
  }

  private void move(String sku, BigDecimal pieces) {
    bed.pair().erp().moveStock(sku, "MAIN", pieces);
  }

  private String inTwoPlaces() {
    return bed.article(item -> item.putObject("stock").put("MAIN", 100).put("OUTLET", 5));
  }
}
