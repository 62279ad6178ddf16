package dev.kontor.connector.magento.product;

import dev.kontor.spi.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How changed products get into the shop. */
interface Sending {

  /** Most products of one call of {@link #send}. */
  int most();

  /**
   * What became of earlier ones whose end was not seen. Asked before anything is read.
   *
   * @return by {@link ProductWriter#key} those that must not be sent now; nothing of the others
   */
  Map<String, Outcome> earlier(List<String> skus);

  /**
   * @param view code of the store view the values are for
   * @param products each with its number in {@code sku}
   * @return by place; null where it was done
   */
  List<? extends @Nullable Outcome> send(String view, List<ObjectNode> products);
}
