package dev.kontor.connector.shopware;

import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.product.ProductReader;
import dev.kontor.spi.Document;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Article numbers that an ERP might take for the same. */
final class ArticleNumberCheck {

  private static final int MOST_SHOWN = 10;

  private final ProductReader products;

  ArticleNumberCheck(ProductReader products) {
    this.products = products;
  }

  /** The shop ignores case, the ERP may not; blanks at the ends are never meant. */
  void check(List<Finding> findings) {
    Map<String, String> seen = new HashMap<>();
    Set<String> doubtful = new TreeSet<>();
    Page page = null;
    do {
      page = products.keys(page == null ? null : page.next(), Criteria.MAX_LIMIT);
      for (Document key : page.documents()) {
        doubt(key.number(), seen, doubtful);
      }
    } while (page.more());
    if (!doubtful.isEmpty()) {
      findings.add(
          Finding.warning(
              "article numbers",
              doubtful.size()
                  + " differ from another only by case or blanks: "
                  + String.join(", ", doubtful.stream().limit(MOST_SHOWN).toList()),
              "give each article a number of its own in the shop"));
    }
  }

  private static void doubt(
      @Nullable String number, Map<String, String> seen, Set<String> doubtful) {
    if (number == null || number.isEmpty()) {
      return;
    }
    String other = seen.put(number.strip().toLowerCase(Locale.ROOT), number);
    if (other != null || !number.equals(number.strip())) {
      doubtful.add("'" + number + "'");
    }
  }
}
