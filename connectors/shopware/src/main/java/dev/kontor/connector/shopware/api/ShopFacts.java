package dev.kontor.connector.shopware.api;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.spi.Toolbox;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The shop's set-up that prices and articles refer to. */
public final class ShopFacts {

  /**
   * A currency of the shop.
   *
   * @param factor units of it for one unit of the default currency
   * @param decimals to which its prices are rounded
   */
  public record Currency(String id, String code, BigDecimal factor, int decimals) {

    public boolean isDefault() {
      return id.equals(Ids.DEFAULT_CURRENCY);
    }
  }

  /**
   * A tax of the shop.
   *
   * @param rate percent
   */
  public record Tax(String id, BigDecimal rate) {}

  /** A language of the shop, by its locale such as {@code de-DE}. */
  public record Language(String id, String locale) {}

  /** A customer group of the shop. */
  public record Group(String id, String name) {}

  private final ShopwareApi api;
  private final Remembered<Currency> currencies;
  private final Remembered<Tax> taxes;
  private final Remembered<Language> languages;
  private final Remembered<Group> groups;

  public ShopFacts(ShopwareApi api, Toolbox toolbox) {
    this.api = api;
    this.currencies =
        new Remembered<>(toolbox.clock(), () -> read("currency", ShopFacts::currency));
    this.taxes = new Remembered<>(toolbox.clock(), () -> read("tax", ShopFacts::tax));
    this.languages =
        new Remembered<>(toolbox.clock(), () -> read("language", ShopFacts::language, "locale"));
    this.groups = new Remembered<>(toolbox.clock(), () -> read("customer-group", ShopFacts::group));
  }

  /** By ISO 4217 code. */
  public Optional<Currency> currency(String code) {
    return currencies.find(currency -> currency.code().equals(code));
  }

  /** The currency every price must state (shopware/contract.md §7). */
  public Currency defaultCurrency() {
    return currencies.find(Currency::isDefault).orElseThrow();
  }

  /** By percent; of several the one with the lowest id, so that it is always the same. */
  public Optional<Tax> tax(BigDecimal rate) {
    return taxes.find(tax -> tax.rate().compareTo(rate) == 0);
  }

  /** By id. */
  public Optional<Tax> tax(String id) {
    return taxes.find(tax -> tax.id().equals(id));
  }

  /** Rates of all taxes, for people. */
  public String rates() {
    return String.join(
        ", ",
        taxes.all().stream()
            .map(tax -> tax.rate().stripTrailingZeros().toPlainString() + " %")
            .toList());
  }

  /** By tag; if there is none, one of the same language in another country. */
  public Optional<Language> language(String tag) {
    String wanted = tag.replace('_', '-').toLowerCase(Locale.ROOT);
    Optional<Language> same =
        languages.find(one -> one.locale().toLowerCase(Locale.ROOT).equals(wanted));
    return same.isPresent()
        ? same
        : languages.all().stream()
            .filter(one -> bare(one.locale()).equals(bare(wanted)))
            .findFirst();
  }

  /** By id or name. */
  public Optional<Group> group(String idOrName) {
    return groups.find(
        group -> group.id().equals(idOrName) || group.name().equalsIgnoreCase(idOrName));
  }

  private static String bare(String tag) {
    int end = tag.indexOf('-');
    return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
  }

  private <T> List<T> read(String entity, Function<JsonNode, T> reading, String... associations) {
    List<T> all = new ArrayList<>();
    Criteria criteria = new Criteria(Criteria.MAX_LIMIT).ascending("id").with(associations);
    api.statedAll(entity, criteria).forEach(row -> all.add(reading.apply(row)));
    return all;
  }

  private static Currency currency(JsonNode row) {
    return new Currency(
        ShopRow.id(row),
        ShopRow.text(row, "isoCode"),
        row.path("factor").decimalValue(BigDecimal.ONE),
        row.path("itemRounding").path("decimals").asInt(2));
  }

  private static Tax tax(JsonNode row) {
    return new Tax(ShopRow.id(row), row.path("taxRate").decimalValue(BigDecimal.ZERO));
  }

  private static Language language(JsonNode row) {
    return new Language(ShopRow.id(row), row.path("locale").path("code").asString(""));
  }

  private static Group group(JsonNode row) {
    return new Group(
        ShopRow.id(row), row.path("translated").path("name").asString(ShopRow.text(row, "name")));
  }
}
