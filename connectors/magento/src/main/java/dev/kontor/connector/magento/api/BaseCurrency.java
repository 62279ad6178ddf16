package dev.kontor.connector.magento.api;

import org.jspecify.annotations.Nullable;

/** In which all prices are kept; asked once, as a shop never changes it. */
public final class BaseCurrency {

  private final MagentoApi api;
  private volatile @Nullable String known;

  public BaseCurrency(MagentoApi api) {
    this.api = api;
  }

  public String code() {
    String code = known;
    if (code == null) {
      code = api.get("directory/currency").path("base_currency_code").asString("");
      known = code;
    }
    return code;
  }
}
