package dev.kontor.connector.financeoperations.pricing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All posted agreements of a company, indexed by whom and what they are for, and its products.
 * Immutable; may be asked from many threads.
 */
public final class AgreementBook {

  private record Place(Relation relation, Assignment account, Assignment item) {}

  private final Map<Place, List<TradeAgreement>> agreements = new HashMap<>();
  private final Map<String, ReleasedProduct> products = new HashMap<>();

  /**
   * @throws IllegalArgumentException if two agreements share an id
   */
  public AgreementBook(
      Collection<TradeAgreement> agreements, Collection<ReleasedProduct> products) {
    Set<String> ids = new HashSet<>();
    for (TradeAgreement agreement : agreements) {
      if (!ids.add(agreement.id())) {
        throw new IllegalArgumentException(
            "two agreements have the id " + agreement.id() + "; give each its record id");
      }
      this.agreements
          .computeIfAbsent(
              new Place(agreement.relation(), agreement.account(), agreement.item()),
              p -> new ArrayList<>(1))
          .add(agreement);
    }
    products.forEach(product -> this.products.put(product.itemNumber(), product));
  }

  List<TradeAgreement> rows(Relation relation, Assignment account, Assignment item) {
    return agreements.getOrDefault(new Place(relation, account, item), List.of());
  }

  ReleasedProduct product(String itemNumber) {
    ReleasedProduct product = products.get(itemNumber);
    if (product == null) {
      throw new IllegalArgumentException(
          "itemNumber " + itemNumber + " has no released product; read the product first");
    }
    return product;
  }
}
