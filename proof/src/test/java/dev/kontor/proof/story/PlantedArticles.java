package dev.kontor.proof.story;

import static dev.kontor.proof.story.Kind.left;
import static dev.kontor.proof.story.Kind.mended;

import dev.kontor.twin.kit.Json;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** How articles and prices of the ERP and of the shop come to differ. */
final class PlantedArticles {

  private static final String PRODUCTS = "products";
  private static final String PRICES = "prices";
  private static final String STOCK = "stock";

  private final Seedbed bed;

  PlantedArticles(Seedbed bed) {
    this.bed = bed;
  }

  List<Kind<?>> kinds() {
    return List.of(
        kind(3, sku -> bed.person().rename(sku, "Becher"), mended(PRODUCTS, "changed there")),
        kind(2, this::offSale, mended(PRODUCTS, "changed there")),
        kind(1, this::spellOtherwise, mended(PRODUCTS, "changed there")),
        kind(2, this::renameInErp, mended(PRODUCTS, "never received")),
        kind(
            2,
            bed.person()::deleteArticle,
            mended(PRODUCTS, "sent, not there"),
            mended(PRICES, "sent, not there"),
            mended(STOCK, "sent, not there")),
        Kind.of(2, this::neverMoved, mended(PRODUCTS, "gone here"))
            .spoiled(named(bed.clerk()::deleteItem)),
        kind(1, this::keepByVariants, mended(PRODUCTS, "never received"), left(STOCK, "gone here")),
        Kind.of(2, () -> "", mended(PRODUCTS, "never received")).spoiled(none -> bed.article()),
        Kind.of(2, this::boxed, mended(PRODUCTS, "rule or mapping changed"))
            .spoiled(UnaryOperator.identity()),
        kind(3, sku -> bed.person().setPrice(sku, "1.00", "1.19"), mended(PRICES, "changed there")),
        kind(2, this::makeDearer, mended(PRICES, "never received")));
  }

  private Kind<String> kind(int times, Consumer<String> deed, Kind.Word... words) {
    return Kind.of(times, bed::article, words).spoiled(named(deed));
  }

  private static UnaryOperator<String> named(Consumer<String> deed) {
    return sku -> {
      deed.accept(sku);
      return sku;
    };
  }

  private void offSale(String sku) {
    bed.person().change(sku, Json.object().put("active", false));
  }

  private void spellOtherwise(String sku) {
    bed.person().change(sku, Json.object().put("productNumber", sku.toLowerCase(Locale.ROOT)));
  }

  private void keepByVariants(String sku) {
    bed.clerk().addVariant(sku);
    bed.enter(
        "itemVariantOptions",
        Json.object()
            .put("itemNumber", sku)
            .put("variantCode", "RED")
            .put("position", 1)
            .put("optionName", "Farbe")
            .put("optionValue", "rot"));
  }

  private void renameInErp(String sku) {
    bed.enter("items", Json.object().put("number", sku).put("displayName", "Kanne"));
  }

  private void makeDearer(String sku) {
    bed.enter("items", Json.object().put("number", sku).put("unitPrice", 20));
  }

  private String boxed() {
    return bed.article(item -> item.put("unit", "BOX"));
  }

  /** The ERP lets nobody delete an item that it has entries of. */
  private String neverMoved() {
    return bed.article(item -> item.remove("stock"));
  }
}
