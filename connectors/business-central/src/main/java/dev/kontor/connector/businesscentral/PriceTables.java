package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.pricing.ItemCard;
import dev.kontor.connector.businesscentral.pricing.PriceListLine;
import dev.kontor.connector.businesscentral.pricing.PriceModel;
import dev.kontor.kit.ODataQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Items, variants and price list lines as last read, and which items changed since. Of price list
 * lines only those are kept whole that can decide a price that is asked for.
 */
final class PriceTables {

  private static final String LINES = "priceListLines";
  private static final String LEGACY_PRICES = "legacySalesPrices";
  private static final String LEGACY_DISCOUNTS = "legacySalesLineDiscounts";

  /** Items whose prices may differ now; {@code all} if that cannot be told. */
  record Changed(boolean all, Set<String> items) {}

  private final Configuration configuration;
  private final Company company;
  private final Predicate<PriceListLine> matters;
  private final ItemTables items;
  private final List<Mirror<Optional<PriceListLine>>> lines = new ArrayList<>();

  /**
   * @param matters whether a line can decide a price that is asked for
   */
  PriceTables(
      Configuration configuration,
      Company company,
      PriceModel model,
      Predicate<PriceListLine> matters) {
    this.configuration = configuration;
    this.company = company;
    this.matters = matters;
    this.items = new ItemTables(configuration, company);
    switch (model) {
      case V16 -> lines(LINES, PriceRows::line);
      case V15 -> {
        lines(LEGACY_PRICES, PriceRows::legacyPrice);
        lines(LEGACY_DISCOUNTS, PriceRows::legacyDiscount);
      }
    }
  }

  private void lines(String page, Function<JsonNode, PriceListLine> meaning) {
    if (company.companion().has(page)) {
      lines.add(
          new Mirror<>(
              company.companion().client(),
              ODataQuery.of(page),
              configuration.overlap(),
              row -> Optional.of(meaning.apply(row)).filter(matters)));
    }
  }

  void readAll() {
    mirrors().forEach(Mirror::readAll);
  }

  /** To API v2.0; travels with other queries. */
  List<Wanted> newsOfStandard() {
    return items.standard().stream().flatMap(mirror -> mirror.news().stream()).toList();
  }

  /** To the companion app; travels with other queries. */
  List<Wanted> newsOfApp() {
    return Stream.concat(items.app().stream(), lines.stream())
        .flatMap(mirror -> mirror.news().stream())
        .toList();
  }

  /**
   * After the news were read. All that may fail comes first: a change handed out is not told again.
   */
  Changed changed(boolean compareKeys) {
    mirrors().forEach(mirror -> mirror.compareKeys(compareKeys));
    Set<String> numbers = new TreeSet<>();
    items.changed(numbers);
    boolean all =
        lines.stream()
                .flatMap(mirror -> mirror.changes().stream())
                .flatMap(change -> change.sides().stream())
                .flatMap(Optional::stream)
                .filter(line -> !addItems(line, numbers))
                .count()
            > 0;
    return new Changed(all, numbers);
  }

  private Stream<Mirror<?>> mirrors() {
    return Stream.of(items.standard(), items.app(), lines).flatMap(List::stream);
  }

  /** False if the line is about all items. */
  private boolean addItems(PriceListLine line, Set<String> numbers) {
    String no = line.asset().no();
    switch (line.asset().type()) {
      case ITEM -> numbers.add(no);
      case ITEM_DISCOUNT_GROUP -> items.inDiscountGroup(no).forEach(numbers::add);
      case RESOURCE, RESOURCE_GROUP, GL_ACCOUNT, ALL -> {
        return true;
      }
    }
    return !no.isEmpty();
  }

  List<PriceListLine> lines() {
    return lines.stream()
        .map(Mirror::rows)
        .flatMap(Collection::stream)
        .flatMap(Optional::stream)
        .toList();
  }

  List<ItemCard> cards() {
    return items.cards();
  }

  Map<String, PricedArticle> articles() {
    return items.articles();
  }

  /** Time of the newest change seen in any table. */
  Instant newest() {
    return mirrors()
        .map(Mirror::newest)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
