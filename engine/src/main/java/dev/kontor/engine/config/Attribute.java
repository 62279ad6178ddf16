package dev.kontor.engine.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What of a customer two systems share, each by itself. Names of persons and companies are not one
 * attribute, as an ERP keeps the one or the other.
 */
public enum Attribute {
  NAME(true, "firstName lastName"),
  COMPANY(true, "company"),
  EMAIL(true, "email"),
  PHONE(true, "phone"),
  VAT_IDS(true, "vatIds"),
  ADDRESS(
      true,
      "address.street address.street2 address.street3 address.postalCode address.city"
          + " address.state address.country"),
  GROUP(false, "group"),
  PAYMENT_TERMS(false, "terms.paymentTerms"),
  CREDIT_LIMIT(false, "terms.creditLimit terms.currency"),
  BALANCE(false, "terms.balance terms.currency"),
  OVERDUE(false, "terms.overdue terms.currency"),
  BLOCKED(false, "terms.blocked");

  private final boolean personal;
  private final String fields;

  Attribute(boolean personal, String fields) {
    this.personal = personal;
    this.fields = fields;
  }

  /**
   * Whether it tells of a person, who may own it; all else is the ERP's word alone, as it is about
   * money.
   */
  public boolean isPersonal() {
    return personal;
  }

  /** Paths into the model's customer. */
  public List<String> fields() {
    return List.of(fields.split(" "));
  }

  /** As configuration, ledger and people know it. */
  public String key() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_");
    return words[0]
        + Arrays.stream(words)
            .skip(1)
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
  }

  /** Who owns what, unless the operator says otherwise. */
  public static Map<Attribute, Owner> usualOwners() {
    return Arrays.stream(values())
        .collect(Collectors.toMap(a -> a, a -> a.isPersonal() ? Owner.LATEST : Owner.ERP));
  }
}
