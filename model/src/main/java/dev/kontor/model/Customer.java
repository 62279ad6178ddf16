package dev.kontor.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A person or company that buys.
 *
 * @param id the source's id; one guest may have many
 * @param number the source's customer number
 * @param vatIds VAT registration numbers as written by the customer
 * @param group the source's name of the customer group
 * @param terms on which the customer buys, null where only the other system knows them
 * @param taxCountry ISO country whose tax rules apply, usually the ship-to country
 */
public record Customer(
    @Nullable String id,
    @Nullable String number,
    Kind kind,
    boolean guest,
    @Nullable String company,
    @Nullable String salutation,
    @Nullable String title,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String email,
    @Nullable String phone,
    List<String> vatIds,
    @Nullable String group,
    @Nullable String language,
    @Nullable String taxCountry,
    @Nullable Address address,
    @Nullable CustomerTerms terms,
    Map<String, Map<String, JsonNode>> extra) {

  /** Whether the customer is a natural person or an organisation. */
  public enum Kind {
    PERSON,
    COMPANY
  }

  public Customer {
    vatIds = List.copyOf(vatIds);
    extra = Map.copyOf(extra);
  }

  /**
   * The normalised key that makes two customer records the same debtor: VAT id, else e-mail; null
   * when neither is known. The lane in which the customer is found or created is named by it.
   */
  @JsonProperty(value = "matchKey", access = JsonProperty.Access.READ_ONLY)
  public @Nullable String matchKey() {
    return CustomerKey.of(vatIds, email);
  }
}
