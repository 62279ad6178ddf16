package dev.kontor.connector.magento.product;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one article comes to in the shop.
 *
 * @param parts what every view shows of the products that are sold
 * @param family null if buyers choose among nothing
 * @param texts what single views show
 * @param left ids of categories the hub had put it into and it is in no longer
 * @param shown pictures of its products
 */
record Plan(
    String sku,
    List<Part> parts,
    @Nullable Family family,
    List<Part> texts,
    Set<Integer> left,
    List<Shown> shown) {

  /** Numbers of all its products. */
  Set<String> skus() {
    Set<String> skus = new LinkedHashSet<>();
    skus.add(sku);
    parts.forEach(part -> skus.add(part.sku()));
    return skus;
  }

  /** Numbers of its products that are sold. */
  Set<String> sold() {
    Set<String> sold = new LinkedHashSet<>();
    if (family != null && !family.parent().isOff()) {
      sold.add(sku);
    }
    parts.stream().filter(Part::isSold).map(Part::sku).forEach(sold::add);
    return sold;
  }

  /** Numbers of those that the source has no longer. */
  List<String> gone() {
    return parts.stream().filter(Part::onlyThere).map(Part::sku).toList();
  }

  /** Whether it takes more than its fields. */
  boolean isLong() {
    return family != null || !shown.isEmpty();
  }
}
