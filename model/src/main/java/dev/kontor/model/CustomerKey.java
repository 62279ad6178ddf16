package dev.kontor.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Normalises what identifies a customer across systems. */
public final class CustomerKey {

  private CustomerKey() {}

  /** {@code vat:…} of the first usable VAT id, else {@code email:…}, else null. */
  public static @Nullable String of(List<String> vatIds, @Nullable String email) {
    for (String vatId : vatIds) {
      String normalised = vatId(vatId);
      if (!normalised.isEmpty()) {
        return "vat:" + normalised;
      }
    }
    String mail = email == null ? "" : email(email);
    return mail.isEmpty() ? null : "email:" + mail;
  }

  /** Upper case, letters and digits only. */
  public static String vatId(String raw) {
    return raw.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  /** Trimmed and lower case; nothing before the {@code @} is interpreted. */
  public static String email(String raw) {
    return raw.strip().toLowerCase(Locale.ROOT);
  }
}
