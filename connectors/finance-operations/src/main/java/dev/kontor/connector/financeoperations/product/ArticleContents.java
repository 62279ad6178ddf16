package dev.kontor.connector.financeoperations.product;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.customer.CustomerTax;
import dev.kontor.connector.financeoperations.order.TaxTable;
import dev.kontor.kit.SoundPart;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Product;
import dev.kontor.model.ProductVariant;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Released products as {@code model.product}, beside what a person must mend first. */
final class ArticleContents {

  private final Assortment rows;
  private final ProductSettings settings;
  private final boolean sellsVariants;
  private final TaxTable taxes;
  private final String homeTax;
  private final String currency;

  ArticleContents(FnoSettings settings, Assortment rows) {
    this.rows = rows;
    this.settings = ProductSettings.of(settings);
    this.sellsVariants = settings.sellsVariants();
    this.taxes = new TaxTable(settings.open().path("taxes"));
    this.homeTax = CustomerTax.ofPrices(settings);
    this.currency = settings.currency();
  }

  /** The same article is the same version, whenever it is read. */
  static String version(ObjectNode content) {
    byte[] told = content.toString().getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(told).toString();
  }

  ObjectNode of(JsonNode row) {
    if (!sellsVariants || !Released.isMaster(row)) {
      return content(row, List.of(), List.of());
    }
    String item = Row.text(row, Released.ITEM);
    Variants variants = new Variants(settings, rows, item, unit(row));
    return content(row, variants.all(), variants.problems());
  }

  private ObjectNode content(JsonNode row, List<ProductVariant> variants, List<String> problems) {
    ObjectNode content = ModelJson.tree(product(row, variants)).asObject();
    ArrayNode told = content.putArray(SoundPart.PROBLEMS);
    problems.forEach(told::add);
    return content;
  }

  private Product product(JsonNode row, List<ProductVariant> variants) {
    String item = Row.text(row, Released.ITEM);
    String number = AssortmentReading.number(row);
    ArticleTexts texts = new ArticleTexts(rows.textsOf(number), settings.language());
    String taxGroup = TaxTable.itemGroup(row);
    @Nullable BigDecimal price = ArticleAmounts.price(row);
    return new Product(
        item,
        item,
        texts.name().orElseGet(() -> searchName(row)),
        texts.texts(),
        BarCodes.gtin(rows.barCodesOf(number), unit(row)),
        null,
        unit(row).isEmpty() ? null : unit(row),
        ArticleAmounts.weight(row),
        taxGroup.isEmpty() ? null : taxGroup,
        taxes.rate(homeTax, taxGroup).orElse(null),
        price,
        price == null ? null : currency,
        false,
        settings.isBlocked(Row.text(row, "ProductLifecycleStateId")),
        rows.categories().of(number),
        List.of(),
        List.of(),
        variants,
        Map.of());
  }

  private static String searchName(JsonNode row) {
    String name = Row.text(row, "ProductSearchName");
    return name.isEmpty() ? Row.text(row, Released.ITEM) : name;
  }

  private static String unit(JsonNode row) {
    return Row.text(row, "SalesUnitSymbol");
  }
}
