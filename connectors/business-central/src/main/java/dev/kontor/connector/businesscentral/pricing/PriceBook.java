package dev.kontor.connector.businesscentral.pricing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All prices of a company, indexed by whom and what they are for, so that a question meets only the
 * few lines of its own sources for its own item, however large the price lists are.
 */
public final class PriceBook {

  private record Place(PriceSource source, PriceAsset asset) {}

  private record VatGroups(String business, String product) {}

  private final Map<Place, List<PriceListLine>> lines = new HashMap<>();
  private final Map<String, ItemCard> cards = new HashMap<>();
  private final Map<VatGroups, VatPostingSetup> vat = new HashMap<>();

  /** Immutable from here on; may be asked from many threads. */
  public PriceBook(
      Collection<PriceListLine> lines,
      Collection<ItemCard> cards,
      Collection<VatPostingSetup> vat) {
    for (PriceListLine line : lines) {
      this.lines
          .computeIfAbsent(new Place(line.source(), line.asset()), p -> new ArrayList<>(1))
          .add(line);
    }
    this.lines.replaceAll((place, found) -> sorted(found));
    cards.forEach(card -> this.cards.put(card.no(), card));
    vat.forEach(v -> this.vat.put(new VatGroups(v.businessGroup(), v.productGroup()), v));
  }

  private static List<PriceListLine> sorted(List<PriceListLine> found) {
    found.sort(Comparator.comparing(PriceListLine::key));
    return List.copyOf(found);
  }

  /** In the order of their keys. */
  List<PriceListLine> lines(PriceSource source, PriceAsset asset) {
    return lines.getOrDefault(new Place(source, asset), List.of());
  }

  ItemCard card(String itemNo) {
    ItemCard card = cards.get(itemNo);
    if (card == null) {
      throw new IllegalArgumentException(
          "itemNo " + itemNo + " has no item card in the price book; read the item first");
    }
    return card;
  }

  VatPostingSetup vat(String businessGroup, String productGroup) {
    VatPostingSetup setup = vat.get(new VatGroups(businessGroup, productGroup));
    if (setup == null) {
      throw new IllegalArgumentException(
          "a price includes VAT, but there is no VAT posting setup for business group '"
              + businessGroup
              + "' and product group '"
              + productGroup
              + "'; add it or take the VAT out of the price");
    }
    return setup;
  }
}
