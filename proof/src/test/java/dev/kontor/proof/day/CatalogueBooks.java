package dev.kontor.proof.day;

import dev.kontor.twin.shopware.control.Look;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Every article of the ERP beside the shop's: what it says, what it costs, how many there are. */
final class CatalogueBooks {

  static final List<Integer> QUANTITIES = List.of(1, 5, 10, 100);

  private final Books books;
  private final List<Ware> wares;
  private final List<Unequal> unequal = new ArrayList<>();

  CatalogueBooks(Books books, Range range) {
    this.books = books;
    this.wares = range.wares();
  }

  List<Unequal> articles() {
    Map<String, JsonNode> there = books.articles(Look.anybody());
    Map<String, JsonNode> items = books.items();
    for (Ware ware : wares) {
      JsonNode shown = there.remove(ware.sku());
      JsonNode item = items.get(ware.item());
      if (shown == null || item == null) {
        add(ware, Matter.ARTICLE, "in the shop: " + shown + ", in the ERP: " + item);
      } else {
        article(ware, item, shown);
      }
    }
    there.keySet().forEach(sku -> unequal.add(new Unequal(Matter.ARTICLE, sku, "only in shop")));
    return unequal;
  }

  private void article(Ware ware, JsonNode item, JsonNode shown) {
    boolean variant = !ware.variant().isEmpty();
    equal(
        ware, "name", text(shown, "name"), variant ? words(ware, item) : text(item, "displayName"));
    equal(ware, "active", text(shown, "active"), "" + !item.path("blocked").asBoolean(false));
    equal(ware, "tax", text(shown, "taxRate"), ware.rate());
    equal(ware, "parent", text(shown, "parent"), variant ? ware.item() : "");
    equal(ware, "options", names(shown, "options"), variant ? List.of(ware.variant()) : List.of());
    if (!variant) {
      equal(ware, "bar code", text(shown, "ean"), text(item, "gtin"));
      equal(ware, "shelf", names(shown, "categories"), List.of(Range.shelfOf(ware.place())));
      equal(ware, "attributes", names(shown, "properties"), Range.attributesOf(ware.place()));
      equal(ware, "pictures", names(shown, "pictures"), Pictures.of(ware));
    }
  }

  /** A variant is called what the ERP's description says. */
  private static String words(Ware ware, JsonNode item) {
    return item.path("variants")
        .valueStream()
        .filter(v -> text(v, "code").equals(ware.variant()))
        .map(v -> text(v, "description"))
        .findFirst()
        .orElse("");
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).isNull() ? "" : json.path(field).asString("");
  }

  private static List<String> names(JsonNode shown, String field) {
    return List.copyOf(
        shown
            .path(field)
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private void equal(Ware ware, String what, Object here, Object there) {
    if (!here.equals(there)) {
      add(ware, Matter.ARTICLE, what + " is " + here + " in the shop, " + there + " in the ERP");
    }
  }

  private void add(Ware ware, Matter matter, String how) {
    unequal.add(new Unequal(matter, ware.sku(), how));
  }

  /** What the shop's cart asks beside what the ERP's price engine does on that day. */
  List<Unequal> prices(LocalDate day) {
    for (Asker asker : Asker.all()) {
      for (int quantity : QUANTITIES) {
        Map<String, JsonNode> shown = books.articles(asker.look(quantity));
        wares.stream()
            .filter(ware -> !ware.varied())
            .forEach(ware -> price(asker, ware, quantity, shown.get(ware.sku()), day));
      }
    }
    return unequal;
  }

  private void price(
      Asker asker, Ware ware, int quantity, @Nullable JsonNode shown, LocalDate day) {
    String here = shown == null ? "" : text(shown, "unitPrice");
    BigDecimal there = books.price(asker, ware, quantity, day);
    if (here.isEmpty() || new BigDecimal(here).compareTo(there) != 0) {
      add(
          ware,
          Matter.PRICE,
          "for %s at %d it costs '%s' in the shop, %s in the ERP"
              .formatted(asker, quantity, here, there));
    }
  }

  List<Unequal> stock() {
    Map<String, BigDecimal> free = Shelving.free(books);
    Map<String, Integer> shown = books.shown();
    for (Ware ware : wares) {
      BigDecimal there = free.getOrDefault(ware.sku(), BigDecimal.ZERO);
      int here = shown.getOrDefault(ware.sku(), 0);
      if (ware.isCounted() && there.compareTo(BigDecimal.valueOf(here)) != 0) {
        add(ware, Matter.STOCK, "the shop shows " + here + ", free are " + there);
      }
    }
    return unequal;
  }
}
