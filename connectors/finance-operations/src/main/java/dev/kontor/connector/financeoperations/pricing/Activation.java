package dev.kontor.connector.financeoperations.pricing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One of the 21 switches of <i>Activate price/discount</i> (rules R3, P2). */
public record Activation(Relation relation, Combination combination) {

  private static final List<Activation> SWITCHES =
      Arrays.stream(Relation.values())
          .flatMap(
              relation ->
                  Combination.ORDER.stream()
                      .filter(c -> relation.allows(c.itemCode()))
                      .map(c -> new Activation(relation, c)))
          .toList();

  /**
   * @throws IllegalArgumentException if there is no such switch
   */
  public Activation {
    if (!relation.allows(combination.itemCode())) {
      throw new IllegalArgumentException(
          relation + " has no agreements for item code " + combination.itemCode());
    }
  }

  public static Set<Activation> all() {
    return SWITCHES.stream().collect(Collectors.toUnmodifiableSet());
  }
}
