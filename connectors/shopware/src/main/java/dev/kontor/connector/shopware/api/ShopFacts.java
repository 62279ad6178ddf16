package dev.kontor.connector.shopware.api;

import dev.kontor.spi.Toolbox;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The shop's set-up that prices, articles and customers refer to. */
public final class ShopFacts {

  private final ShopwareApi api;
  private final Remembered<Currency> currencies;
  private final Remembered<Tax> taxes;
  private final Remembered<Language> languages;
  private final Remembered<Group> groups;
  private final Remembered<Country> countries;

  public ShopFacts(ShopwareApi api, Toolbox toolbox) {
    this.api = api;
    this.currencies = new Remembered<>(toolbox.clock(), () -> read("currency", Currency::of));
    this.taxes = new Remembered<>(toolbox.clock(), () -> read("tax", Tax::of));
    this.languages =
        new Remembered<>(toolbox.clock(), () -> read("language", Language::of, "locale"));
    this.groups = new Remembered<>(toolbox.clock(), () -> read("customer-group", Group::of));
    this.countries = new Remembered<>(toolbox.clock(), () -> read("country", Country::of));
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
    Optional<Language> same = languages.find(one -> one.is(tag));
    return same.isPresent()
        ? same
        : languages.all().stream().filter(one -> one.isNear(tag)).findFirst();
  }

  /** By id. */
  public Optional<Language> languageOf(String id) {
    return languages.find(one -> one.id().equals(id));
  }

  /** By id or name. */
  public Optional<Group> group(String idOrName) {
    return groups.find(group -> group.is(idOrName));
  }

  /** By ISO 3166-1 alpha-2 code. */
  public Optional<Country> country(String code) {
    return countries.find(country -> country.code().equalsIgnoreCase(code));
  }

  private <T> List<T> read(String entity, Function<JsonNode, T> reading, String... associations) {
    Criteria criteria = new Criteria(Criteria.MAX_LIMIT).ascending("id").with(associations);
    return api.statedAll(entity, criteria).stream().map(reading).toList();
  }
}
