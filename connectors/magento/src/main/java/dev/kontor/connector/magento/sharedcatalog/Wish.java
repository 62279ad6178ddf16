package dev.kontor.connector.magento.sharedcatalog;

import dev.kontor.connector.magento.order.OpenPieces;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of some products a shared catalogue is to have. Each is in the shop, and given by its number
 * there.
 *
 * @param made those the shop did not have a moment ago, so that they are in no catalogue
 * @param in others that must be in it
 * @param out those that must not
 */
public record Wish(List<String> made, List<String> in, List<String> out) {

  /** Whether it matters what the catalogue has. */
  boolean looks() {
    return !in.isEmpty() || !out.isEmpty();
  }

  /**
   * Numbers that must be assigned.
   *
   * @param there what the catalogue has, by {@link OpenPieces#key}
   */
  List<String> missing(Set<String> there) {
    return Stream.concat(made.stream(), in.stream().filter(sku -> !isIn(there, sku))).toList();
  }

  /**
   * Numbers that must be taken out.
   *
   * @param there likewise
   */
  List<String> surplus(Set<String> there) {
    return out.stream().filter(sku -> isIn(there, sku)).toList();
  }

  private static boolean isIn(Set<String> there, String sku) {
    return there.contains(OpenPieces.key(sku));
  }
}
