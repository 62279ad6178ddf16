package dev.kontor.connector.financeoperations.stock;

import java.util.Collection;
import java.util.List;

/** Where stock levels are read. */
interface StockSource {

  /**
   * Some items, each with all its levels, in the service's own order of their numbers.
   *
   * @param last the last item that was looked at; blank at the end
   */
  record Part(List<Level> levels, String last) {}

  /**
   * @param item blank for the beginning
   * @param most about so many items
   */
  Part after(String item, int most);

  /** All levels of these items. */
  List<Level> of(Collection<String> items);
}
